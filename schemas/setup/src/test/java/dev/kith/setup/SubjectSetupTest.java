package dev.kith.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.schemas.Erasure;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectSetupTest {
  private static final RetryPolicy NONE = new RetryPolicy(Duration.ZERO, Duration.ofMillis(1));

  @Test
  void everySchemaIsRegisteredUnderItsFullNameAndGuarded() throws Exception {
    var settings = kafka("mock://every");

    new SubjectSetup(settings, NONE).run();

    var registry = registry(settings);
    for (Topic<?, ?> topic : settings.topics().all()) {
      String subject = topic.valueSchema().getFullName();
      assertThat(registry.getAllVersions(subject)).as(subject).containsExactly(1);
      assertThat(registry.getCompatibility(subject)).isEqualTo("BACKWARD_TRANSITIVE");
    }
  }

  @Test
  void aSecondRunRegistersNothing() throws Exception {
    var settings = kafka("mock://twice");

    new SubjectSetup(settings, NONE).run();
    new SubjectSetup(settings, NONE).run();

    assertThat(registry(settings).getAllVersions("dev.kith.schemas.Activity")).containsExactly(1);
  }

  @Test
  void aSchemaThatCannotReadWhatIsThereIsRefusedByName() throws Exception {
    var settings = kafka("mock://other");
    registry(settings)
        .register(
            Erasure.getClassSchema().getFullName(),
            new AvroSchema(
                """
                {"type":"record","name":"Erasure","namespace":"dev.kith.schemas",
                 "fields":[{"name":"accountHash","type":"int"}]}"""));

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> new SubjectSetup(settings, NONE).run())
        .withMessageContaining("subject dev.kith.schemas.Erasure")
        .withMessageContaining("accountHash");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNamed() {
    var settings = kafka("http://127.0.0.1:1");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> new SubjectSetup(settings, NONE).run())
        .withMessageContaining("the schema registry at http://127.0.0.1:1");
  }

  private static KafkaSettings kafka(String registry) {
    return new KafkaSettings("127.0.0.1:1", registry, "kith.", Map.of());
  }

  private static SchemaRegistryClient registry(KafkaSettings settings) {
    return AvroSerdes.client(settings.registry(), Map.of());
  }
}
