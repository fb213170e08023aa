package dev.kith.api.sources;

import dev.kith.api.kafka.TopicFollower;
import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.UnreadableRecord;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads unreadable items from their Kafka topic; keeps only the size of each original. */
@Singleton
final class KafkaUnreadableItems implements UnreadableItems {
  /** Only the latest items are kept in memory; older ones stay in the topic. */
  private static final int MAX_REMEMBERED = 10_000;

  private final Deque<UnreadableView> remembered = new ArrayDeque<>();
  private final TopicFollower<UnreadableRecord> follower;

  KafkaUnreadableItems(KafkaSettings settings) {
    this.follower =
        new TopicFollower<>(
            settings, settings.topics().unreadable(), this::remember, remembered::clear);
  }

  @Override
  public synchronized List<UnreadableView> all() {
    follower.readToEnd();
    return List.copyOf(remembered);
  }

  private void remember(ConsumerRecord<String, UnreadableRecord> read) {
    UnreadableRecord record = read.value();
    if (record == null) { // tombstone: the source of this key was erased
      remembered.removeIf(item -> item.source().equals(read.key()));
    } else {
      remembered.addFirst(UnreadableView.of(read.partition(), read.offset(), record));
      if (remembered.size() > MAX_REMEMBERED) {
        remembered.removeLast();
      }
    }
  }

  @PreDestroy
  synchronized void close() {
    follower.close();
  }
}
