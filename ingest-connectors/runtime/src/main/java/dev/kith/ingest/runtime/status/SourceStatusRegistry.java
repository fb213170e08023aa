package dev.kith.ingest.runtime.status;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToDoubleFunction;

/** The statuses of the sources of this process, by name. */
@Singleton
public final class SourceStatusRegistry {
  private final ConcurrentSkipListMap<String, SourceStatus> bySource =
      new ConcurrentSkipListMap<>();

  /** All statuses, sorted by the name of the source. */
  public List<SourceStatus> all() {
    return List.copyOf(bySource.values());
  }

  public void put(SourceStatus status) {
    bySource.put(status.source(), status);
  }

  /** The latest status of a source; empty if this process does not read it. */
  public Optional<SourceStatus> find(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** Removes a source that is no longer configured. */
  public void remove(String source) {
    bySource.remove(source);
  }

  double measure(String source, ToDoubleFunction<SourceStatus> value) {
    SourceStatus status = bySource.get(source);
    return status == null ? Double.NaN : value.applyAsDouble(status);
  }
}
