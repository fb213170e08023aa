package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.flow.StateLocation;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.StrengthHistory;
import dev.kith.flow.testkit.StrengthHistory.Coming;
import dev.kith.flow.testkit.StrengthHistory.Event;
import dev.kith.flow.testkit.StrengthHistory.Event.Did;
import dev.kith.flow.testkit.StrengthHistory.Event.Joined;
import dev.kith.flow.testkit.StrengthOracle;
import dev.kith.flow.testkit.TestBroker;
import dev.kith.flow.testkit.TopicTableReader;
import dev.kith.flow.testkit.TopicWriter;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.strength.pair.DebounceSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step on a real broker, with transactions, several partitions, races and a restart. */
class StrengthIT {
  private static final int HISTORIES = 150;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static TestBroker broker;
  private static KafkaSettings kafka;
  private static Topics topics;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start(folder);
    kafka = new KafkaSettings(broker.address(), "mock://strength-it", "it.", Map.of());
    topics = kafka.topics();
    // As many partitions as nobody expects: replies meet activities, pairs meet memberships.
    broker.create(3, topics.activities(), topics.unreadable());
    broker.create(2, topics.memberships(), topics.relationships());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aRestartAndABadRecordInTheMiddleChangeNothing() {
    var coming = new Coming(Instant.now(), Duration.ofSeconds(20));
    List<Event> events = new ArrayList<>();
    Map<PersonPair, List<Bucket>> expected = new HashMap<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      var history = StrengthHistory.random(SeededRandom.of(seed), "w" + seed + "-", coming);
      events.addAll(history.events());
      expected.putAll(
          StrengthOracle.relationships(
              history.activities(), history.memberships(), coming.from().plus(coming.length())));
    }
    int half = events.size() / 2;

    try (var first = service("first")) {
      first.start();
      send(events.subList(0, half));
      TopicWriter.write(
          kafka,
          List.of(new ProducerRecord<>(topics.activities().name(), "bad", new byte[] {7, 7})));
      TopicTableReader.of(kafka, topics.unreadable()).until(TIMEOUT, table -> !table.isEmpty());
    }
    try (var second = service("second")) {
      second.start();
      send(events.subList(half, events.size()));

      var relationships =
          TopicTableReader.of(kafka, topics.relationships())
              .until(TIMEOUT, table -> buckets(table).equals(expected));

      assertThat(buckets(relationships)).isEqualTo(expected);
    }
  }

  /** A service with local state of its own, as on another machine. */
  private static StreamsService service(String machine) {
    var settings =
        new StreamsSettings(
            folder.resolve(machine), 2, Duration.ofMillis(100), 3, Duration.ofSeconds(1), Map.of());
    var options =
        new StrengthTopology.Options(
            StrengthRun.FORMULA,
            new StrengthTopology.Partitions(3, 2),
            new DebounceSettings(Duration.ofMillis(100), Duration.ofMillis(300)));
    return new StreamsService(
        "strength",
        () -> new StrengthTopology(topics, options, StateLocation.ON_DISK).topology(),
        kafka,
        settings,
        new SimpleMeterRegistry());
  }

  private static void send(List<Event> events) {
    TopicWriter.write(kafka, events.stream().map(StrengthIT::record).toList());
  }

  private static ProducerRecord<String, byte[]> record(Event event) {
    return switch (event) {
      case Did did -> to(topics.activities(), did.activity().getId(), did.activity());
      case Joined joined -> to(topics.memberships(), joined.account(), joined.membership());
    };
  }

  private static <V> ProducerRecord<String, byte[]> to(
      Topic<String, V> topic, String key, @Nullable V value) {
    return new ProducerRecord<>(
        topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  private static Map<PersonPair, List<Bucket>> buckets(Map<String, Relationship> table) {
    Map<PersonPair, List<Bucket>> buckets = new HashMap<>();
    table.forEach(
        (key, each) -> {
          if (!each.getEnded()) {
            buckets.put(PersonPair.parse(key), each.getBuckets());
          }
        });
    return buckets;
  }
}
