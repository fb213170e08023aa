package dev.kith.benchmarks.identity;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.embedded.Stack;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Profile;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Sends profiles to the identity step and reads the memberships it writes. */
final class ProfileTopicClient implements AutoCloseable {
  private static final int PARTITIONS = 2;

  private final KafkaSettings kafka;
  private final Topics topics;
  private final KafkaProducer<String, Profile> producer;
  private final KafkaConsumer<String, Membership> consumer;

  private ProfileTopicClient(KafkaSettings kafka) {
    this.kafka = kafka;
    topics = kafka.topics();
    Map<String, Object> sending = kafka.client();
    sending.putAll(Map.of("linger.ms", 5, "batch.size", 128 * 1024, "compression.type", "lz4"));
    producer =
        new KafkaProducer<>(
            sending,
            topics.profiles().keySerde().serializer(),
            topics.profiles().valueSerde().serializer());
    Map<String, Object> reading = kafka.client();
    reading.put("isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(
            reading,
            topics.memberships().keySerde().deserializer(),
            topics.memberships().valueSerde().deserializer());
    consumer.assign(
        consumer.partitionsFor(topics.memberships().name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList());
    consumer.seekToBeginning(consumer.assignment());
  }

  /** Creates the topics, registers the schemas, and connects a producer and a consumer. */
  static ProfileTopicClient to(Stack stack) throws Exception {
    var kafka = new KafkaSettings(stack.bootstrapServers(), stack.registryUrl(), "kith.", Map.of());
    create(kafka);
    register(kafka);
    return new ProfileTopicClient(kafka);
  }

  private static void create(KafkaSettings kafka) throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(kafka.client())) {
      admin
          .createTopics(kafka.topics().all().stream().map(ProfileTopicClient::created).toList())
          .all()
          .get();
    }
  }

  private static NewTopic created(Topic<?, ?> topic) {
    return new NewTopic(topic.name(), PARTITIONS, (short) 1)
        .configs(Map.of("cleanup.policy", topic.retention().cleanupPolicy()));
  }

  private static void register(KafkaSettings kafka) throws IOException, RestClientException {
    try (var registry = AvroSerdes.client(kafka.registry(), Map.of())) {
      for (var topic : kafka.topics().all()) {
        Object record = SpecificData.get().newRecord(null, topic.valueSchema());
        var schema = AvroSchemaUtils.getSchema(record, false, false, true);
        registry.register(topic.valueSchema().getFullName(), new AvroSchema(schema));
      }
    }
  }

  void send(Profile profile) {
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(topics.profiles().name(), profile.getAccount(), profile));
  }

  void send(List<Profile> profiles) {
    profiles.forEach(this::send);
    producer.flush();
  }

  /**
   * Polls once for memberships; returns the number of records, including tombstones, which are not
   * passed on.
   */
  int hear(Duration wait, Consumer<Membership> each) {
    var heard = consumer.poll(wait);
    heard.forEach(
        record -> {
          if (record.value() != null) {
            each.accept(record.value());
          }
        });
    return heard.count();
  }

  PeopleTopicSize people() {
    return PeopleTopicSize.soFar(kafka);
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
