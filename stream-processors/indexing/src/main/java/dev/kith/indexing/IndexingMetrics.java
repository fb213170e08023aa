package dev.kith.indexing;

import dev.kith.indexing.bulk.IndexingProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Instant;

/** Shows how far behind its topics indexing is, in records and in seconds. */
@Context
class IndexingMetrics {
  IndexingMetrics(IndexingFactory factory, MeterRegistry meters) {
    var progress = factory.progress();
    for (String topic : factory.reader().topics()) {
      Gauge.builder("kith.indexing.lag.records", progress, p -> p.lag(topic))
          .description("Records that are not searchable yet")
          .tag("topic", topic)
          .register(meters);
      Gauge.builder("kith.indexing.lag.age", progress, p -> age(p, topic))
          .description("Age of the last record read while there are more")
          .baseUnit("seconds")
          .tag("topic", topic)
          .register(meters);
    }
  }

  private static double age(IndexingProgress progress, String topic) {
    return progress.age(topic, Instant.now()).toMillis() / 1000.0;
  }
}
