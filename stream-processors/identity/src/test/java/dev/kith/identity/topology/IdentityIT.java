package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.Topic;
import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.TestBroker;
import dev.kith.flow.testkit.TopicTableReader;
import dev.kith.flow.testkit.TopicWriter;
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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step on a real broker, with transactions, several partitions and a restart. */
class IdentityIT {
  private static final int HISTORIES = 150;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static TestBroker broker;
  private static IdentityWire wire;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start(folder);
    wire = IdentityWire.to(broker.address(), "it");
    wire.create(broker);
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
      var chance = SeededRandom.of(seed);
      var history = IdentityHistory.random(chance, "it" + seed);
      all.addAll(history.events());
      arriving.addAll(history.reordered(chance).events());
    }
    var expected = IdentityOracle.of(new IdentityHistory(all));
    int half = arriving.size() / 2;

    try (var first = wire.service(folder.resolve("first"))) {
      first.start();
      wire.send(arriving.subList(0, half));
      spoil(wire.topics().profiles());
      TopicTableReader.of(wire.kafka(), wire.topics().unreadable())
          .until(TIMEOUT, table -> !table.isEmpty());
    }
    try (var second = wire.service(folder.resolve("second"))) {
      second.start();
      wire.send(arriving.subList(half, arriving.size()));

      assertThat(wire.answer(expected)).isEqualTo(expected);
    }
  }

  @Test
  void theServiceReportsItsHealthOverHttp() throws IOException, InterruptedException {
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

  private static void spoil(Topic<String, ?> topic) {
    byte[] bad = {7, 7, 7};
    TopicWriter.write(wire.kafka(), List.of(new ProducerRecord<>(topic.name(), "github:bad", bad)));
  }
}
