package dev.kith.api.changes;

import dev.kith.api.changes.Stretch.Change;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.TopicFollower;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Topics;
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
 * Reads stretches of the topics, up to what the indexing step has committed. It is asked under the
 * name of that step's group, but nothing is joined and nothing committed.
 */
@Singleton
final class KafkaStretches implements Stretches {
  private static final String INDEXING = "indexing";
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> client;
  private final Topics topics;

  KafkaStretches(KafkaSettings settings) {
    this.topics = settings.topics();
    this.client = TopicFollower.client(settings);
    client.put("group.id", settings.prefix() + INDEXING);
  }

  @Override
  public Positions searchable(What what) {
    return asking(what, reading -> positions(reading.searchable));
  }

  @Override
  public Stretch after(What what, Positions positions, int most) {
    return asking(what, reading -> reading.after(positions, most));
  }

  private <T> T asking(What what, Function<Reading, T> question) {
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      return question.apply(new Reading(consumer, what.topic(topics).name()));
    } catch (KafkaException e) {
      throw new ServiceUnavailable("changes cannot be read from Kafka now", e);
    }
  }

  private static Positions positions(Map<TopicPartition, Long> offsets) {
    Map<Integer, Long> next = new HashMap<>();
    offsets.forEach((partition, offset) -> next.put(partition.partition(), offset));
    return new Positions(next);
  }

  /** One reading of one topic. */
  private static final class Reading {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> searchable = new HashMap<>();
    private final Map<TopicPartition, Long> ends;

    Reading(KafkaConsumer<String, byte[]> consumer, String topic) {
      this.consumer = consumer;
      List<TopicPartition> partitions = TopicFollower.partitions(consumer, topic);
      var committed = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        var offset = committed.get(partition);
        searchable.put(partition, offset == null ? 0 : offset.offset());
      }
      this.ends = consumer.endOffsets(partitions);
    }

    Stretch after(Positions positions, int most) {
      consumer.assign(searchable.keySet());
      Map<TopicPartition, Long> from = new HashMap<>();
      searchable.keySet().forEach(each -> from.put(each, start(each, positions)));
      from.forEach(consumer::seek);
      List<Change> changes = read(most);
      Map<TopicPartition, Long> to = new HashMap<>(from);
      changes.forEach(change -> to.put(partition(change), change.offset() + 1));
      boolean more = changes.size() >= most;
      if (!more) {
        searchable.forEach((partition, until) -> to.merge(partition, until, Math::max));
      }
      return new Stretch(positions(from), changes, positions(to), more);
    }

    /** Positions beyond the end are those of a topic that was made anew since. */
    private long start(TopicPartition partition, Positions positions) {
      long wanted = positions.next().getOrDefault(partition.partition(), 0L);
      return wanted > ends.getOrDefault(partition, 0L) ? 0 : wanted;
    }

    private List<Change> read(int most) {
      var changes = new ArrayList<Change>();
      long start = System.nanoTime();
      while (changes.size() < most && isBehind()) {
        if (System.nanoTime() - start
            > Duration.ofMillis(TopicFollower.PATIENCE_MILLIS).toNanos()) {
          throw new ServiceUnavailable(
              "changes are not read from Kafka in time", new TimeoutException());
        }
        for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
          if (changes.size() < most && entry.offset() < searchable(entry)) {
            changes.add(new Change(entry.partition(), entry.offset(), entry.key()));
          }
        }
      }
      return changes;
    }

    private boolean isBehind() {
      return searchable.entrySet().stream()
          .anyMatch(until -> consumer.position(until.getKey()) < until.getValue());
    }

    private long searchable(ConsumerRecord<String, byte[]> entry) {
      return searchable.getOrDefault(new TopicPartition(entry.topic(), entry.partition()), 0L);
    }

    private TopicPartition partition(Change change) {
      return searchable.keySet().stream()
          .filter(each -> each.partition() == change.partition())
          .findFirst()
          .orElseThrow();
    }
  }
}
