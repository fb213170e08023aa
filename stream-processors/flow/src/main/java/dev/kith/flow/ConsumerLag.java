package dev.kith.flow;

import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/** How far a topology is behind its input, from the consumers' own metrics. */
final class ConsumerLag {
  private ConsumerLag() {}

  static long of(KafkaStreams streams) {
    return streams.metrics().values().stream()
        .filter(ConsumerLag::isLag)
        .mapToLong(ConsumerLag::value)
        .sum();
  }

  private static boolean isLag(Metric metric) {
    return metric.metricName().name().equals("records-lag")
        && metric.metricName().tags().containsKey("partition");
  }

  private static long value(Metric metric) {
    return metric.metricValue() instanceof Double records && !records.isNaN()
        ? records.longValue()
        : 0;
  }
}
