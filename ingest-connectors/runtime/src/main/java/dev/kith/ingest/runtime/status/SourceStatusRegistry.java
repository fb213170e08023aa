package dev.kith.ingest.runtime.status;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToDoubleFunction;

/** The statuses of the sources of this process, by name. */
@Singleton
public final class SourceStatusRegistry {
  private final ConcurrentSkipListMap<String, SourceStatus> bySource =
      new ConcurrentSkipListMap<>();

  /** All of them, by name. */
  public List<SourceStatus> all() {
    return List.copyOf(bySource.values());
  }

  public void put(SourceStatus status) {
    bySource.put(status.source(), status);
  }

  double measure(String source, ToDoubleFunction<SourceStatus> value) {
    SourceStatus status = bySource.get(source);
    return status == null ? Double.NaN : value.applyAsDouble(status);
  }
}
