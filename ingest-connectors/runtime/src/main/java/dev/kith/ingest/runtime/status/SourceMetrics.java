package dev.kith.ingest.runtime.status;

import dev.kith.schemas.SourceState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** The statuses as metrics, all tagged with source and network. */
@Singleton
@Requires(beans = MeterRegistry.class)
public final class SourceMetrics {
  private final MeterRegistry registry;
  private final SourceStatusRegistry statuses;

  public SourceMetrics(MeterRegistry registry, SourceStatusRegistry statuses) {
    this.registry = registry;
    this.statuses = statuses;
  }

  /** Registers the metrics of a source. */
  public void watch(SourceStatus first) {
    var tags = Tags.of("source", first.source(), "network", first.network());
    counter("kith.ingest.read", first.source(), tags, SourceStatus::read);
    counter("kith.ingest.unreadable", first.source(), tags, SourceStatus::unreadable);
    counter("kith.ingest.ignored", first.source(), tags, status -> status.counts().ignored());
    gauge("kith.ingest.remaining", first.source(), tags, s -> s.remaining().orElse(-1));
    gauge("kith.ingest.rate", first.source(), tags, SourceStatus::rate);
    gauge("kith.ingest.well", first.source(), tags, s -> isWell(s) ? 1 : 0);
  }

  private void counter(
      String name, String source, Tags tags, ToDoubleFunction<SourceStatus> value) {
    FunctionCounter.builder(name, statuses, all -> all.measure(source, value))
        .tags(tags)
        .register(registry);
  }

  private void gauge(String name, String source, Tags tags, ToDoubleFunction<SourceStatus> value) {
    Gauge.builder(name, statuses, all -> all.measure(source, value)).tags(tags).register(registry);
  }

  private static boolean isWell(SourceStatus status) {
    return status.state() == SourceState.READING || status.state() == SourceState.AT_REST;
  }
}
