package dev.kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.flow.testkit.Broker;
import dev.kith.flow.testkit.Chance;
import dev.kith.flow.testkit.Reader;
import dev.kith.flow.testkit.Writer;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.Topic;
import dev.kith.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step on a real broker, with transactions, several partitions and a restart. */
class IdentityIT {
  private static final int HISTORIES = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static Broker broker;
  private static KafkaSettings kafka;
  private static Topics topics;

  @BeforeAll
  static void startBroker() {
    broker = Broker.start(folder);
    kafka = new KafkaSettings(broker.address(), "mock://identity-it", "it.", Map.of());
    topics = kafka.topics();
    broker.create(
        2,
        topics.profiles(),
        topics.decisions(),
        topics.memberships(),
        topics.people(),
        topics.unreadable());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aRestartAndABadRecordInTheMiddleChangeNothing() {
    List<IdentityHistory.Event> all = new ArrayList<>();
    List<IdentityHistory.Event> arriving = new ArrayList<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      var chance = Chance.of(seed);
      var history = IdentityHistory.random(chance, "it" + seed);
      all.addAll(history.events());
      arriving.addAll(history.reordered(chance).events());
    }
    var expected = IdentityOracle.of(new IdentityHistory(all));
    int half = arriving.size() / 2;

    try (var first = service("first")) {
      first.start();
      send(arriving.subList(0, half));
      spoil(topics.profiles());
      Reader.of(kafka, topics.unreadable()).until(PATIENCE, table -> !table.isEmpty());
    }
    try (var second = service("second")) {
      second.start();
      send(arriving.subList(half, arriving.size()));

      var memberships =
          Reader.of(kafka, topics.memberships())
              .until(PATIENCE, table -> memberships(table).equals(expected.memberships()));
      var people =
          Reader.of(kafka, topics.people())
              .until(PATIENCE, table -> people(table).equals(expected.people()));

      assertThat(memberships(memberships)).isEqualTo(expected.memberships());
      assertThat(people(people)).isEqualTo(expected.people());
    }
  }

  @Test
  void theServiceAloneSaysOverHttpHowItIs() throws IOException, InterruptedException {
    var settings =
        Map.<String, Object>of(
            "kith.kafka.bootstrap-servers",
            broker.address(),
            "kith.kafka.registry",
            "mock://identity-it",
            "kith.kafka.prefix",
            "it.",
            "kith.streams.state-dir",
            folder.resolve("alone").toString(),
            "endpoints.health.details-visible",
            "ANONYMOUS",
            "micronaut.server.port",
            -1);
    try (var server = ApplicationContext.run(EmbeddedServer.class, settings);
        var http = HttpClient.newHttpClient()) {
      var health = HttpRequest.newBuilder(server.getURI().resolve("/health")).build();

      var answer = http.send(health, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"identity\"", "\"lag\"", "\"largestComponent\"");
    }
  }

  /** A service with local state of its own, as on another machine. */
  private static StreamsService service(String machine) {
    var settings =
        new StreamsSettings(
            folder.resolve(machine), 2, Duration.ofMillis(100), 3, Duration.ofSeconds(1), Map.of());
    return new StreamsService(
        "identity",
        () -> IdentityTopology.build(topics, 2, new Alarms(new SimpleMeterRegistry())),
        kafka,
        settings,
        new SimpleMeterRegistry());
  }

  private static void send(List<IdentityHistory.Event> events) {
    Writer.write(kafka, events.stream().map(IdentityIT::record).toList());
  }

  private static ProducerRecord<String, byte[]> record(IdentityHistory.Event event) {
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

  private static void spoil(Topic<String, ?> topic) {
    byte[] bad = {7, 7, 7};
    Writer.write(kafka, List.of(new ProducerRecord<>(topic.name(), "github:bad", bad)));
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
