package dev.kith.ingest.runtime.journal;

import dev.kith.clients.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the committed records of a topic from its beginning to its current end. The end includes
 * uncommitted records: an open transaction of another source would otherwise hide records that were
 * committed after its start.
 *
 * @param <V> type of the values
 */
final class CommittedRecordsReader<V> {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;
  private final Topic<String, V> topic;
  private final Duration timeout;

  CommittedRecordsReader(JournalSettings settings, Topic<String, V> topic) {
    this.client = settings.client();
    this.topic = topic;
    this.timeout = settings.timeout();
  }

  /** Passes on each committed record that can be deserialized, including tombstones. */
  void readAll(Consumer<ConsumerRecord<String, V>> onRecord) {
    var partitions = new HashMap<TopicPartition, Long>();
    try (var consumer = consumer();
        var admin = Admin.create(client)) {
      for (var partition : consumer.partitionsFor(topic.name())) {
        partitions.put(new TopicPartition(topic.name(), partition.partition()), 0L);
      }
      consumer.assign(partitions.keySet());
      consumer.seekToBeginning(partitions.keySet());
      readBefore(ends(admin, List.copyOf(partitions.keySet())), consumer, onRecord);
    }
  }

  /** The last value of a key; empty if there is none or the last one is a tombstone. */
  Optional<V> last(String key) {
    var last = new HashMap<String, V>();
    readAll(
        record -> {
          if (record.key().equals(key)) {
            last.remove(key);
            Optional.ofNullable(record.value()).ifPresent(value -> last.put(key, value));
          }
        });
    return Optional.ofNullable(last.get(key));
  }

  private void readBefore(
      Map<TopicPartition, Long> ends,
      KafkaConsumer<String, V> consumer,
      Consumer<ConsumerRecord<String, V>> onRecord) {
    long progress = System.nanoTime();
    while (!hasReached(ends, consumer)) {
      if (System.nanoTime() - progress > timeout.toNanos()) {
        throw new TimeoutException(topic.name() + " could not be read to its end in " + timeout);
      }
      ConsumerRecords<String, V> records = poll(consumer);
      records.forEach(onRecord);
      progress = records.isEmpty() ? progress : System.nanoTime();
    }
  }

  private static <V> ConsumerRecords<String, V> poll(KafkaConsumer<String, V> consumer) {
    try {
      return consumer.poll(POLL);
    } catch (RecordDeserializationException invalid) {
      consumer.seek(invalid.topicPartition(), invalid.offset() + 1);
      return ConsumerRecords.empty();
    }
  }

  private static <V> boolean hasReached(
      Map<TopicPartition, Long> ends, KafkaConsumer<String, V> consumer) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions) {
    var latest = partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    try {
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> offset(e.getValue())));
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the end offsets of " + topic.name(), e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }

  private KafkaConsumer<String, V> consumer() {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new StringDeserializer(), topic.valueSerde().deserializer());
  }
}
