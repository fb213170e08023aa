package dev.kith.api.testing;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.embedded.TestStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** New topics in a real broker, with a schema registry in memory. */
public final class RealKafka {
  private RealKafka() {}

  /** The settings of a new workspace with existing topics. */
  public static KafkaSettings workspace() throws ExecutionException, InterruptedException {
    String name = "it-" + UUID.randomUUID();
    var settings =
        new KafkaSettings(TestStack.bootstrapServers(), "mock://" + name, name + ".", Map.of());
    try (var admin = Admin.create(settings.client())) {
      List<NewTopic> topics =
          settings.topics().all().stream()
              .map(topic -> new NewTopic(topic.name(), Optional.of(2), Optional.empty()))
              .toList();
      admin.createTopics(topics).all().get();
    }
    return settings;
  }

  /** Writes one record durably. */
  public static <V> void write(
      KafkaSettings settings, Topic<String, V> topic, String key, @Nullable V value)
      throws ExecutionException, InterruptedException {
    try (var producer =
        new KafkaProducer<String, @Nullable V>(
            settings.client(), topic.keySerde().serializer(), topic.valueSerde().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }

  /** Commits, as the indexing step does, that all activities are searchable. */
  public static void indexed(KafkaSettings settings) {
    Map<String, Object> client = settings.client();
    client.put("group.id", settings.prefix() + "indexing");
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(settings.topics().activities().name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
      consumer
          .endOffsets(partitions)
          .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
      consumer.commitSync(ends);
    }
  }

  /** Waits until a condition holds; fails after a minute. */
  public static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen within a minute");
      }
      Thread.onSpinWait();
    }
  }
}
