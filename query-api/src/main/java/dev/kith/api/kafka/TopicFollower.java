package dev.kith.api.kafka;

import dev.kith.schemas.KafkaSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How this service reads topics: what is committed, of all partitions, for itself alone. */
public final class TopicFollower {
  /** How long Kafka may take to answer. */
  public static final int PATIENCE_MILLIS = 5_000;

  private TopicFollower() {}

  /** What a consumer is made with. */
  public static Map<String, Object> client(KafkaSettings settings) {
    Map<String, Object> client = settings.client();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    client.put("auto.offset.reset", "earliest");
    client.put("default.api.timeout.ms", PATIENCE_MILLIS);
    client.put("request.timeout.ms", PATIENCE_MILLIS / 2);
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
