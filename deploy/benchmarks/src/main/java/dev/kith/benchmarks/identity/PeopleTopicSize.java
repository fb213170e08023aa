package dev.kith.benchmarks.identity;

import dev.kith.clients.KafkaSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The number and size of the records in the topic of people.
 *
 * @param records number of records
 * @param bytes total size of the values in bytes, before compression
 * @param largest size of the largest value in bytes
 */
record PeopleTopicSize(long records, long bytes, long largest) {
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** Reads the whole topic and returns its size. */
  static PeopleTopicSize soFar(KafkaSettings kafka) {
    Map<String, Object> reading = kafka.client();
    reading.put("isolation.level", "read_committed");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(reading, bytes, bytes)) {
      consumer.assign(
          consumer.partitionsFor(kafka.topics().people().name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      return read(consumer);
    }
  }

  private static PeopleTopicSize read(KafkaConsumer<byte[], byte[]> consumer) {
    long records = 0;
    long all = 0;
    long largest = 0;
    for (var some = consumer.poll(WAIT); !some.isEmpty(); some = consumer.poll(WAIT)) {
      for (var each : some) {
        records++;
        all += each.serializedValueSize();
        largest = Math.max(largest, each.serializedValueSize());
      }
    }
    return new PeopleTopicSize(records, all, largest);
  }

  /** Formats the growth since an earlier size. */
  String since(PeopleTopicSize before) {
    return String.format(
        Locale.ROOT,
        "%,d records of people, %,d MB, the largest so far %,d KB",
        records - before.records,
        (bytes - before.bytes) >> 20,
        largest >> 10);
  }
}
