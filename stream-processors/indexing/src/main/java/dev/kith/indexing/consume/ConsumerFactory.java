package dev.kith.indexing.consume;

import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.Steps;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers of committed records. Values stay bytes, because one may be unreadable. */
public final class ConsumerFactory {
  private static final int SESSION_TIMEOUT_MS = 10_000;

  private ConsumerFactory() {}

  /** One that shares its topics with others of the group, from the beginning or where it stood. */
  public static Consumer<byte[], byte[]> live(KafkaSettings kafka, int records) {
    Map<String, Object> config = common(kafka, "live", records);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.prefix() + Steps.INDEXING);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // All partitions are given back before a new share is handed out, so that nothing is sent twice
    // at once.
    config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    return make(config);
  }

  /** One that is told what to read. */
  public static Consumer<byte[], byte[]> replaying(KafkaSettings kafka, int records) {
    Map<String, Object> config = common(kafka, "rebuild", records);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return make(config);
  }

  private static Map<String, Object> common(KafkaSettings kafka, String use, int records) {
    Map<String, Object> config = new HashMap<>(kafka.client());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.prefix() + Steps.INDEXING + "-" + use);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
    return config;
  }

  private static Consumer<byte[], byte[]> make(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
