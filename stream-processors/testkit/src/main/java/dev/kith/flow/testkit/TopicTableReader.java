package dev.kith.flow.testkit;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic of a real broker as a table, committed records only.
 *
 * @param <K> type of its keys
 * @param <V> type of its values
 */
public final class TopicTableReader<K, V> {
  private final KafkaSettings kafka;
  private final Topic<K, V> topic;
  private final Map<K, V> table = new HashMap<>();

  private TopicTableReader(KafkaSettings kafka, Topic<K, V> topic) {
    this.kafka = kafka;
    this.topic = topic;
  }

  /** A reader from the beginning. */
  public static <K, V> TopicTableReader<K, V> of(KafkaSettings kafka, Topic<K, V> topic) {
    return new TopicTableReader<>(kafka, topic);
  }

  /** The table once it is as wished, or as it is when the time is up. */
  public Map<K, V> until(Duration timeout, Predicate<Map<K, V>> wished) {
    Instant end = Instant.now().plus(timeout);
    try (var consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!wished.test(table) && Instant.now().isBefore(end)) {
        consumer.poll(Duration.ofMillis(200)).forEach(each -> put(each.key(), each.value()));
      }
    }
    return table;
  }

  private void put(K key, V value) {
    if (value == null) {
      table.remove(key);
    } else {
      table.put(key, value);
    }
  }

  private KafkaConsumer<K, V> consumer() {
    Map<String, Object> properties = kafka.client();
    properties.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(
        properties, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
  }
}
