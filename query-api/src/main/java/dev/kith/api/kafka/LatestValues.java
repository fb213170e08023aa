package dev.kith.api.kafka;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Topic;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The last value of each key of a small compacted topic. Each question first reads what has come
 * since the one before, so an answer holds all that was committed when it was asked for, and
 * nothing runs while nobody asks.
 *
 * @param <V> type of the values
 */
public final class LatestValues<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic<String, V> topic;
  private final Map<String, Object> client;
  private final Map<String, V> latest = new TreeMap<>();
  private @Nullable KafkaConsumer<String, V> consumer;

  /** Those of a topic; nothing is read yet. */
  public LatestValues(KafkaSettings settings, Topic<String, V> topic) {
    this.topic = topic;
    this.client = TopicFollower.client(settings);
  }

  /**
   * All of them, by key.
   *
   * @throws ServiceUnavailable if Kafka does not answer in time; the next question goes on where
   *     this one stopped
   */
  public synchronized Map<String, V> all() {
    try {
      readOn(consumer());
      return Collections.unmodifiableMap(new TreeMap<>(latest));
    } catch (KafkaException e) {
      close();
      throw new ServiceUnavailable(topic.name() + " cannot be read from Kafka now", e);
    }
  }

  private KafkaConsumer<String, V> consumer() {
    KafkaConsumer<String, V> open = consumer;
    if (open == null) {
      open =
          new KafkaConsumer<>(
              client, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
      consumer = open;
      List<TopicPartition> partitions = TopicFollower.partitions(open, topic.name());
      open.assign(partitions);
      open.seekToBeginning(partitions);
    }
    return open;
  }

  private void readOn(KafkaConsumer<String, V> open) {
    Map<TopicPartition, Long> ends = open.endOffsets(open.assignment());
    long start = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> open.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() - start > Duration.ofMillis(TopicFollower.PATIENCE_MILLIS).toNanos()) {
        throw new ServiceUnavailable(topic.name() + " is still being read", new TimeoutException());
      }
      open.poll(POLL).forEach(this::keep);
    }
  }

  private void keep(ConsumerRecord<String, V> entry) {
    if (entry.value() == null) {
      latest.remove(entry.key());
    } else {
      latest.put(entry.key(), entry.value());
    }
  }

  /** Lets go of Kafka and of what was read; the next question begins anew. */
  @Override
  public synchronized void close() {
    latest.clear();
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }
}
