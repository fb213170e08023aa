package dev.kith.ingest.runtime;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.embedded.TestStack;
import dev.kith.ingest.runtime.journal.JournalSettings;
import dev.kith.ingest.runtime.journal.KafkaJournal;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex;
import dev.kith.schemas.Activity;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.Profile;
import dev.kith.schemas.UnreadableRecord;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Topics of a test's own in the real broker, and what is committed in them. */
record Workspace(KafkaSettings kafka, Topics topics) {
  static Workspace create(String prefix) throws Exception {
    var workspace = of(TestStack.bootstrapServers(), TestStack.registryUrl(), prefix);
    try (var admin = Admin.create(workspace.kafka.client())) {
      var all = workspace.topics.all().stream();
      admin
          .createTopics(all.map(topic -> new NewTopic(topic.name(), 2, (short) 1)).toList())
          .all()
          .get();
    }
    try (var registry = new CachedSchemaRegistryClient(workspace.kafka.registry(), 10)) {
      for (Schema schema :
          List.of(
              Activity.getClassSchema(),
              Profile.getClassSchema(),
              CursorRecord.getClassSchema(),
              UnreadableRecord.getClassSchema())) {
        registry.register(schema.getFullName(), new AvroSchema(asWritten(schema)));
      }
    }
    return workspace;
  }

  /** As the serializer asks for it: without notes for Java. */
  private static Schema asWritten(Schema schema) {
    Object empty = SpecificData.get().newRecord(null, schema);
    return AvroSchemaUtils.getSchema(empty, false, false, true);
  }

  static Workspace of(String bootstrapServers, String registry, String prefix) {
    var kafka = new KafkaSettings(bootstrapServers, registry, prefix, Map.of());
    return new Workspace(kafka, kafka.topics());
  }

  KafkaJournal journal(String reader) {
    return journal("counting", reader, PublishedActivityIndex.inMemory());
  }

  KafkaJournal journal(String source, String reader, PublishedActivityIndex published) {
    return new KafkaJournal(
        JournalSettings.of(source, reader, kafka, FakeLoopContext.SETTINGS.maxTransactionRecords()),
        published);
  }

  KafkaJournal journalOfSmallTransactions(String reader, int largest) {
    var some = FakeLoopContext.SETTINGS;
    var settings =
        new IngestSettings(
            some.poll(),
            some.retryDelay(),
            some.maxRetryDelay(),
            some.gracePeriod(),
            largest,
            null,
            null);
    return new KafkaJournal(
        JournalSettings.of("counting", reader, kafka, settings.maxTransactionRecords()),
        PublishedActivityIndex.inMemory());
  }

  /** Every committed record, earlier versions of a key included. */
  <V> List<ConsumerRecord<String, V>> committed(Topic<String, V> topic) {
    Map<String, Object> config = new HashMap<>(kafka.client());
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), topic.valueSerde().deserializer())) {
      var partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, V>> records = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  CursorRecord lastCursor() {
    var all = committed(topics.cursors());
    return all.getLast().value();
  }
}
