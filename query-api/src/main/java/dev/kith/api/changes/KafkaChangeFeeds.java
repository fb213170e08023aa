package dev.kith.api.changes;

import dev.kith.api.changes.ChangeFeeds.ChangeFeed;
import dev.kith.api.changes.TopicSlice.Change;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.TopicConsumers;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows Kafka topics. Of a record it uses the key, and whether it is a tombstone. */
@Singleton
final class KafkaChangeFeeds implements ChangeFeeds {
  private static final int MAX_POLL_RECORDS = 500;

  private final Map<String, Object> client;
  private final Topics topics;

  KafkaChangeFeeds(KafkaSettings settings) {
    this.topics = settings.topics();
    this.client = TopicConsumers.settings(settings);
    client.put("max.poll.records", MAX_POLL_RECORDS);
  }

  @Override
  public ChangeFeed open(EntityType type, Optional<TopicOffsets> after) {
    var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions =
          TopicConsumers.partitions(consumer, type.topic(topics).name());
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(
          partition ->
              after
                  .map(positions -> positions.next().get(partition.partition()))
                  .ifPresent(offset -> consumer.seek(partition, offset)));
      partitions.forEach(consumer::position); // the end is where it is now, not at the first poll
      return new KafkaFeed(consumer, partitions);
    } catch (KafkaException e) {
      consumer.close();
      throw new ServiceUnavailable("changes cannot be followed in Kafka now", e);
    }
  }

  /** A feed with one consumer, which reads all partitions. */
  private record KafkaFeed(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions)
      implements ChangeFeed {
    @Override
    public TopicSlice poll(Duration timeout) {
      TopicOffsets from = positions();
      var changes = new ArrayList<Change>();
      for (ConsumerRecord<String, byte[]> entry : consumer.poll(timeout)) {
        boolean removed = entry.value() == null;
        changes.add(new Change(entry.partition(), entry.offset(), entry.key(), removed));
      }
      return new TopicSlice(from, changes, positions(), false);
    }

    private TopicOffsets positions() {
      var next = new TreeMap<Integer, Long>();
      partitions.forEach(each -> next.put(each.partition(), consumer.position(each)));
      return new TopicOffsets(next);
    }

    @Override
    public void stop() {
      consumer.wakeup();
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
