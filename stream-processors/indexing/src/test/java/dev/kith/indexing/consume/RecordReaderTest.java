package dev.kith.indexing.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.indexing.bulk.DocumentWrite;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Person;
import dev.kith.schemas.Relationship;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final Topics TOPICS = Topics.with(AvroSerdes.using("mock://intake"), "kith.");
  private static final Indices INDICES = new Indices("kith-");
  private static final RecordReader INTAKE = new RecordReader(TOPICS, INDICES, Clock.systemUTC());
  private static final Person ANN = Person.newBuilder().setId("ann").setVersion(1).build();

  @Test
  void eachOfThreeTopicsHasItsIndex() {
    assertThat(INTAKE.topics())
        .containsExactlyInAnyOrder("kith.activities.v1", "kith.people.v1", "kith.relationships.v1");
    assertThat(INTAKE.topic(INDICES.people())).isEqualTo("kith.people.v1");
  }

  @Test
  void aRecordBecomesADocument() throws RegistryUnavailableException {
    DocumentWrite write =
        INTAKE.read(record(TOPICS.people(), "ann", bytes(TOPICS.people(), ANN))).write();

    assertThat(write)
        .isInstanceOfSatisfying(
            DocumentWrite.Put.class,
            put -> {
              assertThat(put.index()).isEqualTo(INDICES.people());
              assertThat(put.id()).isEqualTo("ann");
            });
  }

  @Test
  void aTombstoneTakesTheDocumentAway() throws RegistryUnavailableException {
    DocumentWrite write = INTAKE.read(record(TOPICS.people(), "ann", null)).write();

    assertThat(write).isEqualTo(new DocumentWrite.Remove(INDICES.people(), "ann"));
  }

  @Test
  void bytesThatAreNoRecordAreSetAside() throws RegistryUnavailableException {
    DocumentWrite write = INTAKE.read(record(TOPICS.people(), "ann", new byte[] {9, 9, 9})).write();

    assertThat(write)
        .isInstanceOfSatisfying(
            DocumentWrite.SetAside.class,
            aside -> assertThat(aside.reason()).contains("dev.kith.schemas.Person"));
  }

  @Test
  void aRecordOnTheWrongTopicIsSetAside() throws RegistryUnavailableException {
    byte[] person = bytes(TOPICS.people(), ANN);

    assertThat(INTAKE.read(record(TOPICS.relationships(), "ann", person)).write())
        .isInstanceOf(DocumentWrite.SetAside.class);
  }

  @Test
  void aRecordThatContradictsItselfIsSetAside() throws RegistryUnavailableException {
    var wrong = Relationship.newBuilder().setA("b").setB("a").setVersion(1).build();

    assertThat(
            INTAKE
                .read(record(TOPICS.relationships(), "b|a", bytes(TOPICS.relationships(), wrong)))
                .write())
        .isInstanceOf(DocumentWrite.SetAside.class);
  }

  @Test
  void aRecordWithoutIdIsSetAside() throws RegistryUnavailableException {
    byte[] nobody = bytes(TOPICS.people(), Person.newBuilder().setId("").setVersion(1).build());

    assertThat(INTAKE.read(record(TOPICS.people(), "", nobody)).write())
        .isInstanceOf(DocumentWrite.SetAside.class);
  }

  @Test
  void aRegistryThatIsAwayIsWaitedFor() {
    var away = Topics.with(AvroSerdes.using("http://127.0.0.1:1"), "kith.");
    var intake = new RecordReader(away, INDICES, Clock.systemUTC());
    byte[] namesSchemaOne = {0, 0, 0, 0, 1, 0};

    assertThatExceptionOfType(RegistryUnavailableException.class)
        .isThrownBy(() -> intake.read(record(TOPICS.people(), "ann", namesSchemaOne)));
    assertThatNoException()
        .isThrownBy(() -> intake.read(record(TOPICS.people(), "ann", new byte[] {9})));
  }

  private static <V> byte[] bytes(Topic<String, V> topic, V value) {
    return topic.valueSerde().serializer().serialize(topic.name(), value);
  }

  @SuppressWarnings("NullAway") // a tombstone, which the client's own code does not call nullable
  private static ConsumerRecord<byte[], byte[]> record(
      Topic<?, ?> topic, String key, byte @Nullable [] value) {
    return new ConsumerRecord<>(topic.name(), 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
  }
}
