package dev.kith.ingest.runtime.journal;

import dev.kith.clients.Topic;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex.Position;
import dev.kith.schemas.Activity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one published activity from its topic. It also reads uncommitted records, because an open
 * transaction of another source would otherwise hide a committed one; every requested position is
 * that of a committed record. Not safe for several threads.
 */
final class PublishedActivityReader implements AutoCloseable {
  private final Map<String, Object> client;
  private final Topic<String, Activity> topic;
  private final Duration timeout;
  private @Nullable Consumer<String, Activity> consumer;

  PublishedActivityReader(
      Map<String, Object> client, Topic<String, Activity> topic, Duration timeout) {
    this.client = client;
    this.topic = topic;
    this.timeout = timeout;
  }

  /** The activity at a position; empty if there is no record, or that of another id. */
  Optional<Activity> read(String id, Position position) {
    var partition = new TopicPartition(topic.name(), position.partition());
    var reading = consumer();
    reading.assign(List.of(partition));
    reading.seek(partition, position.offset());
    try {
      return first(reading)
          .filter(record -> record.offset() == position.offset() && id.equals(record.key()))
          .flatMap(record -> Optional.ofNullable(record.value()));
    } catch (OffsetOutOfRangeException outdated) {
      return Optional.empty();
    }
  }

  private Optional<ConsumerRecord<String, Activity>> first(Consumer<String, Activity> reading) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < deadline) {
      var records = reading.poll(Duration.ofMillis(200)).iterator();
      if (records.hasNext()) {
        return Optional.of(records.next());
      }
    }
    return Optional.empty();
  }

  private Consumer<String, Activity> consumer() {
    var open = consumer;
    if (open == null) {
      Map<String, Object> config = new HashMap<>(client);
      config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
      config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
      open =
          new KafkaConsumer<>(config, new StringDeserializer(), topic.valueSerde().deserializer());
      consumer = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }
}
