package dev.kith.identity.topology;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.flow.testkit.TestBroker;
import dev.kith.flow.testkit.TopicTableReader;
import dev.kith.flow.testkit.TopicWriter;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A workspace on a real broker: histories go in, and what the step says comes out. */
record IdentityWire(KafkaSettings kafka, Topics topics) {
  private static final int PARTITIONS = 2;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  static IdentityWire to(String broker, String prefix) {
    var kafka = new KafkaSettings(broker, "mock://identity-" + prefix, prefix + ".", Map.of());
    return new IdentityWire(kafka, kafka.topics());
  }

  void create(TestBroker broker) {
    broker.create(
        PARTITIONS,
        topics.profiles(),
        topics.decisions(),
        topics.memberships(),
        topics.people(),
        topics.unreadable());
  }

  /** A service with local state of its own, as on another machine. */
  StreamsService service(Path state) {
    return service(state, Map.of());
  }

  StreamsService service(Path state, Map<String, String> properties) {
    var settings =
        new StreamsSettings(state, 2, Duration.ofMillis(100), 3, Duration.ofSeconds(1), properties);
    return new StreamsService(
        "identity",
        () ->
            IdentityTopology.build(
                topics, PARTITIONS, new GrowthMetrics(new SimpleMeterRegistry())),
        kafka,
        settings,
        new SimpleMeterRegistry());
  }

  void send(List<IdentityHistory.Event> events) {
    TopicWriter.write(kafka, events.stream().map(this::record).toList());
  }

  private ProducerRecord<String, byte[]> record(IdentityHistory.Event event) {
    return switch (event) {
      case IdentityHistory.Event.Observed seen ->
          to(topics.profiles(), seen.account(), seen.profile().orElse(null));
      case IdentityHistory.Event.Decided decided ->
          to(topics.decisions(), decided.pair().key(), decided.decision().orElse(null));
    };
  }

  private static <V> ProducerRecord<String, byte[]> to(
      Topic<String, V> topic, String key, @Nullable V value) {
    return new ProducerRecord<>(
        topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  /** What the step says once it is as expected, or when the time is up. */
  IdentityOracle.Answer answer(IdentityOracle.Answer expected) {
    var memberships =
        TopicTableReader.of(kafka, topics.memberships())
            .until(TIMEOUT, table -> memberships(table).equals(expected.memberships()));
    var people =
        TopicTableReader.of(kafka, topics.people())
            .until(TIMEOUT, table -> people(table).equals(expected.people()));
    return new IdentityOracle.Answer(memberships(memberships), people(people));
  }

  private static Map<String, Membership> memberships(Map<String, Membership> table) {
    Map<String, Membership> plain = new TreeMap<>();
    table.forEach(
        (account, each) -> plain.put(account, Membership.newBuilder(each).setVersion(0).build()));
    return plain;
  }

  private static Map<String, Person> people(Map<String, Person> table) {
    Map<String, Person> plain = new TreeMap<>();
    table.forEach(
        (id, each) -> {
          if (!each.getEnded()) {
            plain.put(id, Person.newBuilder(each).setVersion(0).build());
          }
        });
    return plain;
  }
}
