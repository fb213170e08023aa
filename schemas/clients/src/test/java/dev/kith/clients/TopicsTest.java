package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kith.schemas.Activity;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Erasure;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.SavedSearch;
import dev.kith.schemas.UnreadableRecord;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TopicsTest {
  private static final Topics TOPICS = Topics.with(AvroSerdes.using("mock://topics"), "kith.");

  @TestFactory
  Stream<DynamicTest> everyTopicGivesBackWhatWasPutIn() {
    long seed = new Random().nextLong();
    return Stream.of(
        roundTrip(TOPICS.activities(), Activity.class, seed),
        roundTrip(TOPICS.profiles(), Profile.class, seed),
        roundTrip(TOPICS.cursors(), CursorRecord.class, seed),
        roundTrip(TOPICS.decisions(), Decision.class, seed),
        roundTrip(TOPICS.erasures(), Erasure.class, seed),
        roundTrip(TOPICS.searches(), SavedSearch.class, seed),
        roundTrip(TOPICS.memberships(), Membership.class, seed),
        roundTrip(TOPICS.people(), Person.class, seed),
        roundTrip(TOPICS.relationships(), Relationship.class, seed),
        roundTrip(TOPICS.unreadable(), UnreadableRecord.class, seed));
  }

  private static <V extends SpecificRecord> DynamicTest roundTrip(
      Topic<String, V> topic, Class<V> type, long seed) {
    return DynamicTest.dynamicTest(
        topic.name() + " (seed " + seed + ")",
        () -> {
          for (int i = 0; i < 20; i++) {
            V record = RandomRecords.of(type, seed + i);
            byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), record);
            assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), bytes))
                .isEqualTo(record);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aTombstoneStaysATombstone() {
    return TOPICS.all().stream()
        .map(
            topic ->
                DynamicTest.dynamicTest(
                    topic.name(),
                    () -> {
                      byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), null);
                      assertThat(bytes).isNull();
                      assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), null))
                          .isNull();
                    }));
  }

  @Test
  void everyNameBeginsWithTheWorkspacesPrefix() {
    assertThat(TOPICS.all())
        .hasSize(Topics.class.getRecordComponents().length)
        .allSatisfy(topic -> assertThat(topic.name()).matches("kith\\.[a-z]+\\.v1"));
  }

  @Test
  void aWorkspaceDoesNotWriteToAnother() {
    var other = Topics.with(AvroSerdes.using("mock://topics"), "choir.");

    assertThat(other.all())
        .extracting(Topic::name)
        .doesNotContainAnyElementsOf(TOPICS.all().stream().map(Topic::name).toList());
  }

  @Test
  void aRecordOfOneTypeIsReadWhereItStandsAndNotGuessed() {
    byte[] bytes =
        TOPICS
            .erasures()
            .valueSerde()
            .serializer()
            .serialize("x", RandomRecords.of(Erasure.class, 1));

    Object read = TOPICS.erasures().valueSerde().deserializer().deserialize("x", bytes);

    assertThat(SpecificData.get().getSchema(read.getClass())).isEqualTo(Erasure.getClassSchema());
  }

  @Test
  void bytesThatAreNoRecordAreRefused() {
    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(
            () ->
                TOPICS
                    .activities()
                    .valueSerde()
                    .deserializer()
                    .deserialize("x", new byte[] {7, 7, 7, 7, 7, 7}));
  }
}
