package dev.kith.standalone.services;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the records between two offsets. Transaction markers also take offsets, so a short range
 * is read; for a long range the difference of the offsets is used.
 */
final class RecordCounter implements AutoCloseable {

  private static final long SHORT = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Span> empty = new HashMap<>();

  RecordCounter(Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 << 10);
    consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  synchronized long between(TopicPartition partition, long from, long end) {
    long distance = end - from;
    if (distance <= 0 || distance > SHORT) {
      return Math.max(0, distance);
    }
    Span span = new Span(from, end);
    if (span.equals(empty.get(partition))) {
      return 0;
    }
    long count = count(partition, from, end);
    if (count == 0) {
      empty.put(partition, span);
    }
    return count;
  }

  private record Span(long from, long end) {}

  private long count(TopicPartition partition, long from, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    long count = 0;
    while (consumer.position(partition) < end) {
      count +=
          consumer.poll(Duration.ofMillis(200)).records(partition).stream()
              .filter(record -> record.offset() < end)
              .count();
      if (System.nanoTime() > deadline) {
        return Math.max(1, count);
      }
    }
    return count;
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
