package dev.kith.flow;

import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.apache.kafka.streams.StreamsConfig.NUM_STREAM_THREADS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.STATE_DIR_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import dev.kith.clients.KafkaSettings;
import dev.kith.flow.deadletter.DeadLetters;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties a topology runs with. */
record StreamsConfiguration(String step, KafkaSettings kafka, StreamsSettings settings) {
  /** A killed process is missed after this long; with Kafka's 45 s a restart would wait for it. */
  private static final int SESSION_MILLIS = 10_000;

  private static final int HEARTBEAT_MILLIS = 2_000;

  /** Records that are late already wait so many times longer for their transaction. */
  private static final int BEHIND = 10;

  /** Before compression: a person of thousands of accounts passes. */
  private static final int LARGEST_RECORD = 16 * 1024 * 1024;

  /** A transaction goes to dozens of partitions; each batch has a head and a compressor. */
  private static final int BATCH = 128 * 1024;

  Map<String, Object> properties(Runnable unreadable) {
    Map<String, Object> properties = new HashMap<>(kafka.client());
    properties.put(APPLICATION_ID_CONFIG, kafka.prefix() + step);
    properties.put(PROCESSING_GUARANTEE_CONFIG, EXACTLY_ONCE_V2);
    properties.put(AdaptiveCommit.INTERVAL, settings.commitInterval().toMillis());
    properties.put(COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis() * BEHIND);
    properties.put(NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(STATE_DIR_CONFIG, settings.stateDir().toString());
    properties.put(ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // Keys arrive in random order: a record cache costs memory and wins nothing.
    properties.put(STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    properties.put(ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDbConfig.class);
    properties.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
    properties.put(consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
    properties.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
    properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
    properties.putAll(DeadLetters.config(step, kafka.topics().unreadable(), unreadable));
    properties.putAll(settings.properties());
    return properties;
  }
}
