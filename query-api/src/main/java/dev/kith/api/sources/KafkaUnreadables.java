package dev.kith.api.sources;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.TopicFollower;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Topic;
import dev.kith.schemas.UnreadableRecord;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the topic of what was set aside, without the items themselves. Each question first
 * reads what has come since the one before; nothing runs while nobody asks.
 */
@Singleton
final class KafkaUnreadables implements Unreadables {
  /** More than a person looks at; older ones stay in the topic. */
  private static final int REMEMBERED = 10_000;

  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic<String, UnreadableRecord> topic;
  private final Map<String, Object> client;
  private final Deque<UnreadableView> remembered = new ArrayDeque<>();
  private @Nullable KafkaConsumer<String, UnreadableRecord> consumer;

  KafkaUnreadables(KafkaSettings settings) {
    this.topic = settings.topics().unreadable();
    this.client = TopicFollower.client(settings);
  }

  @Override
  public synchronized List<UnreadableView> all() {
    try {
      readOn(consumer());
      return List.copyOf(remembered);
    } catch (KafkaException e) {
      close();
      throw new ServiceUnavailable(topic.name() + " cannot be read from Kafka now", e);
    }
  }

  private KafkaConsumer<String, UnreadableRecord> consumer() {
    KafkaConsumer<String, UnreadableRecord> open = consumer;
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

  private void readOn(KafkaConsumer<String, UnreadableRecord> open) {
    Map<TopicPartition, Long> ends = open.endOffsets(open.assignment());
    long start = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> open.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() - start > Duration.ofMillis(TopicFollower.PATIENCE_MILLIS).toNanos()) {
        throw new ServiceUnavailable(topic.name() + " is still being read", new TimeoutException());
      }
      open.poll(POLL).forEach(this::remember);
    }
  }

  private void remember(ConsumerRecord<String, @Nullable UnreadableRecord> read) {
    UnreadableRecord record = read.value();
    if (record != null) {
      remembered.addFirst(UnreadableView.of(read.partition(), read.offset(), record));
      if (remembered.size() > REMEMBERED) {
        remembered.removeLast();
      }
    }
  }

  /** Lets go of Kafka and of what was read; the next question begins anew. */
  @PreDestroy
  synchronized void close() {
    remembered.clear();
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }
}
