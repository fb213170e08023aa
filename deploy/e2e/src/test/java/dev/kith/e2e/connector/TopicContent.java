package dev.kith.e2e.connector;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** A topic as others write it: all its committed records, and the latest of each key. */
final class TopicContent<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final KafkaConsumer<String, V> consumer;
  private final List<V> records = new ArrayList<>();
  private final Map<String, V> latest = new TreeMap<>();

  TopicContent(KafkaSettings kafka, Topic<String, V> topic) {
    Map<String, Object> config = kafka.client();
    config.put("isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(
            config, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on until the latest records are as asserted; returns how long that took. */
  Duration await(Consumer<Map<String, V>> assertion) {
    long begin = System.nanoTime();
    while (true) {
      try {
        assertion.accept(latest());
        return Duration.ofNanos(System.nanoTime() - begin);
      } catch (AssertionError notYet) {
        if (System.nanoTime() - begin > TIMEOUT.toNanos()) {
          throw notYet;
        }
      }
      consumer.poll(POLL).forEach(this::add);
    }
  }

  /** Reads to the end; returns the latest record of each key, as compaction leaves it. */
  Map<String, V> latest() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(this::add);
    }
    return new TreeMap<>(latest);
  }

  /** All records that were read, in the order of their partition; without tombstones. */
  List<V> records() {
    return records;
  }

  private void add(ConsumerRecord<String, V> record) {
    if (record.value() == null) {
      latest.remove(record.key());
    } else {
      records.add(record.value());
      latest.put(record.key(), record.value());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
