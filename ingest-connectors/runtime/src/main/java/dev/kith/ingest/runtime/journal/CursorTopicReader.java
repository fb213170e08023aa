package dev.kith.ingest.runtime.journal;

import dev.kith.clients.Topic;
import dev.kith.schemas.CursorRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the topic of cursors to its current end. Ends are those of uncommitted records: another
 * source's open transaction would otherwise hide what was committed after it began.
 */
final class CursorTopicReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;
  private final Topic<String, CursorRecord> topic;
  private final Duration patience;

  CursorTopicReader(
      Map<String, Object> client, Topic<String, CursorRecord> topic, Duration patience) {
    this.client = client;
    this.topic = topic;
    this.patience = patience;
  }

  /** The last cursor committed for a source. */
  Optional<CursorRecord> last(String source) {
    var partitions = new HashMap<TopicPartition, Long>();
    try (var consumer = consumer();
        var admin = Admin.create(client)) {
      for (var partition : consumer.partitionsFor(topic.name())) {
        partitions.put(new TopicPartition(topic.name(), partition.partition()), 0L);
      }
      consumer.assign(partitions.keySet());
      consumer.seekToBeginning(partitions.keySet());
      return lastBefore(ends(admin, List.copyOf(partitions.keySet())), source, consumer);
    }
  }

  private Optional<CursorRecord> lastBefore(
      Map<TopicPartition, Long> ends, String source, Consumer<String, CursorRecord> consumer) {
    Optional<CursorRecord> last = Optional.empty();
    long deadline = System.nanoTime() + patience.toNanos();
    while (!hasReached(ends, consumer)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the cursors could not be read to their end in " + patience);
      }
      for (var record : consumer.poll(POLL)) {
        if (record.key().equals(source)) {
          last = Optional.ofNullable(record.value());
        }
      }
    }
    return last;
  }

  private static boolean hasReached(
      Map<TopicPartition, Long> ends, Consumer<String, CursorRecord> consumer) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions) {
    var latest = partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    try {
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> offset(e.getValue())));
    } catch (ExecutionException e) {
      throw new KafkaException("the ends of the cursors are not known", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }

  private KafkaConsumer<String, CursorRecord> consumer() {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new StringDeserializer(), topic.valueSerde().deserializer());
  }
}
