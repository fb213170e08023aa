package dev.kith.ingest.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.runtime.status.SourceHealthIndicator;
import dev.kith.ingest.runtime.status.SourceStatusRegistry;
import dev.kith.schemas.SourceState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service as it runs: settings in, sources read, health and metrics out. */
class SourceRunnerIT {
  @TempDir private Path state;

  @Test
  @Timeout(60)
  void everyConfiguredSourceIsReadAndShown() throws Exception {
    var workspace = Workspace.create("sources-" + UUID.randomUUID() + ".");
    var connector = new CountingConnector(5);
    try (var context = start(workspace, connector)) {
      var statuses = context.getBean(SourceStatusRegistry.class);
      await(statuses, SourceState.AT_REST);

      var health = context.getBean(SourceHealthIndicator.class).result();
      var registry = context.getBean(MeterRegistry.class);

      assertThat(health.getStatus()).isEqualTo(HealthStatus.UP);
      assertThat(health.getDetails().toString()).contains("state=AT_REST").contains("read=5");
      assertThat(registry.get("kith.ingest.read").functionCounter().count()).isEqualTo(5);
      assertThat(registry.get("kith.ingest.remaining").gauge().value()).isZero();
    }
    assertThat(connector.closed).isTrue();
    assertThat(workspace.committed(workspace.topics().activities())).hasSize(5);
  }

  @Test
  @Timeout(60)
  void theServiceAnswersForItsHealthAndItsMetrics() throws Exception {
    var workspace = Workspace.create("served-" + UUID.randomUUID() + ".");
    try (var context = start(workspace, new CountingConnector(5))) {
      var server = context.getBean(EmbeddedServer.class).start();
      await(context.getBean(SourceStatusRegistry.class), SourceState.AT_REST);

      assertThat(get(server, "/health")).contains("\"state\":\"AT_REST\"");
      assertThat(get(server, "/prometheus")).contains("kith_ingest_read_total{").contains(" 5.0");
    }
  }

  private static String get(EmbeddedServer server, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(server.getURI().resolve(path)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Test
  @Timeout(60)
  void aSourceThatNeedsAPersonIsUnhealthy() throws Exception {
    var workspace = Workspace.create("refused-" + UUID.randomUUID() + ".");
    var connector = new CountingConnector(5);
    connector.failures.add(new SourceException.Refused("expected another path", null));
    try (var context = start(workspace, connector)) {
      await(context.getBean(SourceStatusRegistry.class), SourceState.NEEDS_A_PERSON);

      var health = context.getBean(SourceHealthIndicator.class).result();

      assertThat(health.getStatus()).isEqualTo(HealthStatus.DOWN);
      assertThat(health.getDetails().toString()).contains("expected another path");
    }
  }

  private ApplicationContext start(Workspace workspace, CountingConnector connector) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "endpoints.health.details-visible",
                "ANONYMOUS",
                "endpoints.prometheus.sensitive",
                false));
    settings.put("micronaut.server.port", -1);
    settings.put("kith.ingest.state", state);
    settings.put("kith.kafka.bootstrap-servers", workspace.kafka().bootstrapServers());
    settings.put("kith.kafka.registry", workspace.kafka().registry());
    settings.put("kith.kafka.prefix", workspace.kafka().prefix());
    return ApplicationContext.builder(settings).singletons(connector).start();
  }

  private static void await(SourceStatusRegistry statuses, SourceState state) {
    while (statuses.all().stream().noneMatch(status -> status.state() == state)) {
      Thread.onSpinWait();
    }
  }
}
