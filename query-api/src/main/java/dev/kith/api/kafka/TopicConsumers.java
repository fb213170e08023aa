package dev.kith.api.kafka;

import dev.kith.clients.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Consumers of this service: committed records of all partitions, without a consumer group. */
public final class TopicConsumers {
  /** The timeout of a request to Kafka. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private TopicConsumers() {}

  /** The settings of a consumer. */
  public static Map<String, Object> settings(KafkaSettings settings) {
    int millis = (int) TIMEOUT.toMillis();
    Map<String, Object> client = settings.client();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    client.put("auto.offset.reset", "earliest");
    client.put("default.api.timeout.ms", millis);
    client.put("request.timeout.ms", millis / 2);
    return client;
  }

  /**
   * All partitions of a topic.
   *
   * @throws KafkaException if there is no such topic
   */
  public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic " + topic);
    }
    return partitions;
  }
}
