package dev.kith.setup;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers every schema under its full name, each able to read all that came before it. */
final class SubjectSetup {
  private static final Logger LOG = LoggerFactory.getLogger(SubjectSetup.class);
  private static final String COMPATIBILITY = CompatibilityLevel.BACKWARD_TRANSITIVE.name;

  private final KafkaSettings kafka;
  private final RetryPolicy retryPolicy;

  SubjectSetup(KafkaSettings kafka, RetryPolicy retryPolicy) {
    this.kafka = kafka;
    this.retryPolicy = retryPolicy;
  }

  void run() {
    var schemas = kafka.topics().all().stream().map(Topic::valueSchema).toList();
    try (var registry = AvroSerdes.client(kafka.registry(), kafka.registryProperties())) {
      Set<String> existing = new HashSet<>(ask(registry::getAllSubjects));
      for (Schema schema : schemas) {
        ensure(registry, schema, existing.contains(schema.getFullName()));
      }
      LOG.info("{} subjects: {}", schemas.size(), COMPATIBILITY);
    } catch (IOException e) {
      throw new SetupException("the registry's client could not be closed", e);
    }
  }

  /** A registry may refuse settings of a subject it does not know yet: then they come second. */
  private void ensure(SchemaRegistryClient registry, Schema schema, boolean exists) {
    String subject = schema.getFullName();
    var written = new AvroSchema(asWritten(schema));
    if (exists) {
      guard(registry, subject);
      refuseIncompatible(registry, subject, written);
    }
    int id = ask(() -> registry.register(subject, written));
    LOG.debug("subject {} has id {}", subject, id);
    if (!exists) {
      guard(registry, subject);
    }
  }

  private void guard(SchemaRegistryClient registry, String subject) {
    ask(() -> registry.updateCompatibility(subject, COMPATIBILITY));
  }

  /** Compared here, not there: not every registry says what differs. */
  private void refuseIncompatible(
      SchemaRegistryClient registry, String subject, AvroSchema written) {
    List<ParsedSchemaHolder> registered = new ArrayList<>();
    for (int version : ask(() -> registry.getAllVersions(subject))) {
      String text = ask(() -> registry.getSchemaMetadata(subject, version)).getSchema();
      registered.add(new SimpleParsedSchemaHolder(new AvroSchema(text)));
    }
    List<String> differences =
        written.isCompatible(CompatibilityLevel.BACKWARD_TRANSITIVE, registered);
    if (!differences.isEmpty()) {
      throw incompatible(subject, differences);
    }
  }

  private static SetupException incompatible(String subject, Collection<String> differences) {
    return new SetupException(
        """
        subject %s: expected a schema that reads all that is registered (%s), found differences:
          %s
        Give new fields a default and keep the types of the others, or write to a new topic."""
            .formatted(subject, COMPATIBILITY, String.join("\n  ", differences)),
        null);
  }

  /** Without the notes for Java that the serializer leaves out too. */
  private static Schema asWritten(Schema schema) {
    Object record = SpecificData.get().newRecord(null, schema);
    return AvroSchemaUtils.getSchema(record, false, false, true);
  }

  /** A request to the registry. A server that is still starting gets it again. */
  private interface RegistryRequest<T> {
    T send() throws IOException, RestClientException;
  }

  private <T> T ask(RegistryRequest<T> request) {
    return retryPolicy.retry(
        "the schema registry at " + kafka.registry(),
        () -> {
          try {
            return request.send();
          } catch (RestClientException e) {
            if (AvroSerdes.isRegistryAway(e)) {
              throw new IOException(e.getMessage(), e);
            }
            throw new SetupException("the schema registry refused: " + e.getMessage(), e);
          }
        });
  }
}
