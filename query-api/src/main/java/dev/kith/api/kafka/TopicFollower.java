package dev.kith.api.kafka;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small topic from its beginning. Each call reads what was committed since the call before;
 * nothing runs between the calls. Not thread-safe.
 *
 * @param <V> type of the values
 */
public final class TopicFollower<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic<String, V> topic;
  private final Map<String, Object> client;
  private final Consumer<ConsumerRecord<String, V>> onRecord;
  private final Runnable onBeginning;
  private @Nullable KafkaConsumer<String, V> consumer;

  /**
   * Follows a topic; nothing is read yet.
   *
   * @param onRecord receives each record
   * @param onBeginning called before the topic is read from its beginning, also after a failure
   */
  public TopicFollower(
      KafkaSettings settings,
      Topic<String, V> topic,
      Consumer<ConsumerRecord<String, V>> onRecord,
      Runnable onBeginning) {
    this.topic = topic;
    this.client = TopicConsumers.settings(settings);
    this.onRecord = onRecord;
    this.onBeginning = onBeginning;
  }

  /**
   * Reads to the present end.
   *
   * @throws ServiceUnavailable if Kafka does not answer in time; the next call reads on
   */
  public void readToEnd() {
    try {
      readToEnd(consumer());
    } catch (KafkaException e) {
      close();
      throw new ServiceUnavailable(topic.name() + " cannot be read from Kafka now", e);
    }
  }

  private KafkaConsumer<String, V> consumer() {
    KafkaConsumer<String, V> open = consumer;
    if (open == null) {
      onBeginning.run();
      open =
          new KafkaConsumer<>(
              client, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
      consumer = open;
      List<TopicPartition> partitions = TopicConsumers.partitions(open, topic.name());
      open.assign(partitions);
      open.seekToBeginning(partitions);
    }
    return open;
  }

  private void readToEnd(KafkaConsumer<String, V> open) {
    Map<TopicPartition, Long> ends = open.endOffsets(open.assignment());
    long start = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> open.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() - start > TopicConsumers.TIMEOUT.toNanos()) {
        throw new ServiceUnavailable(topic.name() + " is still being read", new TimeoutException());
      }
      open.poll(POLL).forEach(onRecord);
    }
  }

  /** Closes the consumer; the next call reads from the beginning. */
  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }
}
