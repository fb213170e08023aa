package dev.kith.api.changes;

import dev.kith.api.changes.TopicSlice.Change;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.TopicConsumers;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topics;
import dev.kith.schemas.Steps;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics up to the offsets that the indexing step has committed. The offsets are read with
 * the group id of that step, but the group is neither joined nor changed.
 */
@Singleton
final class KafkaTopicReader implements TopicReader {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> client;
  private final Topics topics;

  KafkaTopicReader(KafkaSettings settings) {
    this.topics = settings.topics();
    this.client = TopicConsumers.settings(settings);
    client.put("group.id", settings.prefix() + Steps.INDEXING);
  }

  @Override
  public TopicOffsets indexed(EntityType type) {
    return withReading(type, reading -> positions(reading.indexed));
  }

  @Override
  public TopicSlice read(EntityType type, TopicOffsets positions, int max) {
    return withReading(type, reading -> reading.slice(positions, max));
  }

  private <T> T withReading(EntityType type, Function<Reading, T> query) {
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      return query.apply(new Reading(consumer, type.topic(topics).name()));
    } catch (KafkaException e) {
      throw new ServiceUnavailable("changes cannot be read from Kafka now", e);
    }
  }

  private static TopicOffsets positions(Map<TopicPartition, Long> offsets) {
    Map<Integer, Long> next = new HashMap<>();
    offsets.forEach((partition, offset) -> next.put(partition.partition(), offset));
    return new TopicOffsets(next);
  }

  /** One read of one topic. */
  private static final class Reading {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> indexed = new HashMap<>();
    private final Map<TopicPartition, Long> ends;

    Reading(KafkaConsumer<String, byte[]> consumer, String topic) {
      this.consumer = consumer;
      List<TopicPartition> partitions = TopicConsumers.partitions(consumer, topic);
      var committed = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        var offset = committed.get(partition);
        indexed.put(partition, offset == null ? 0 : offset.offset());
      }
      this.ends = consumer.endOffsets(partitions);
    }

    TopicSlice slice(TopicOffsets positions, int max) {
      consumer.assign(indexed.keySet());
      Map<TopicPartition, Long> from = new HashMap<>();
      indexed.keySet().forEach(each -> from.put(each, start(each, positions)));
      from.forEach(consumer::seek);
      List<Change> changes = read(max);
      Map<TopicPartition, Long> to = new HashMap<>(from);
      changes.forEach(change -> to.put(partition(change), change.offset() + 1));
      boolean more = changes.size() >= max;
      if (!more) {
        indexed.forEach((partition, until) -> to.merge(partition, until, Math::max));
      }
      return new TopicSlice(positions(from), changes, positions(to), more);
    }

    /**
     * TopicOffsets beyond the end belong to an earlier topic of this name, so reading starts anew.
     */
    private long start(TopicPartition partition, TopicOffsets positions) {
      long wanted = positions.next().getOrDefault(partition.partition(), 0L);
      return wanted > ends.getOrDefault(partition, 0L) ? 0 : wanted;
    }

    private List<Change> read(int max) {
      var changes = new ArrayList<Change>();
      long start = System.nanoTime();
      while (changes.size() < max && isBehind()) {
        if (System.nanoTime() - start > TopicConsumers.TIMEOUT.toNanos()) {
          throw new ServiceUnavailable(
              "changes are not read from Kafka in time", new TimeoutException());
        }
        for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
          if (changes.size() < max && entry.offset() < indexed(entry)) {
            changes.add(new Change(entry.partition(), entry.offset(), entry.key()));
          }
        }
      }
      return changes;
    }

    private boolean isBehind() {
      return indexed.entrySet().stream()
          .anyMatch(until -> consumer.position(until.getKey()) < until.getValue());
    }

    private long indexed(ConsumerRecord<String, byte[]> entry) {
      return indexed.getOrDefault(new TopicPartition(entry.topic(), entry.partition()), 0L);
    }

    private TopicPartition partition(Change change) {
      return indexed.keySet().stream()
          .filter(each -> each.partition() == change.partition())
          .findFirst()
          .orElseThrow();
    }
  }
}
