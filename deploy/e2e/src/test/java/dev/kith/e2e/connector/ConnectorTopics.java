package dev.kith.e2e.connector;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.embedded.TestStack;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes topics of a test's own in the real broker, with their schemas in the real registry. */
final class ConnectorTopics {
  private ConnectorTopics() {}

  static KafkaSettings create() throws Exception {
    String prefix = "connector-" + UUID.randomUUID() + ".";
    var kafka =
        new KafkaSettings(TestStack.bootstrapServers(), TestStack.registryUrl(), prefix, Map.of());
    var all = kafka.topics().all();
    try (var admin = Admin.create(kafka.client())) {
      var topics = all.stream().map(topic -> new NewTopic(topic.name(), 2, (short) 1));
      admin.createTopics(topics.toList()).all().get();
    }
    try (var registry = AvroSerdes.client(kafka.registry(), Map.of())) {
      for (Schema schema : all.stream().map(Topic::valueSchema).toList()) {
        registry.register(schema.getFullName(), new AvroSchema(asWritten(schema)));
      }
    }
    return kafka;
  }

  /** As the serializer asks for it: without notes for Java. */
  private static Schema asWritten(Schema schema) {
    Object empty = SpecificData.get().newRecord(null, schema);
    return AvroSchemaUtils.getSchema(empty, false, false, true);
  }
}
