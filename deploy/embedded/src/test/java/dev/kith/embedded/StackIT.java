package dev.kith.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.server.Distributions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class StackIT {

  @Test
  void allThreeServersAnswer() throws Exception {
    Stack stack = TestStack.all();

    assertThat(get(stack.registryUrl() + "/subjects")).isEqualTo("[]");
    assertThat(get(stack.elasticsearchUrl() + "/_cluster/health")).contains("\"green\"");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      assertThat(admin.describeCluster().nodes().get()).hasSize(1);
    }
  }

  @Test
  void aBrokerKilledAndStartedAgainStillHasItsTopics() throws Exception {
    Stack stack = TestStack.all();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();

      stack.broker().kill();
      stack.broker().start();

      assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void nothingOutlivesALauncherThatIsKilled() throws Exception {
    Path home = Path.of("target", "killed-stack");
    List<String> command =
        List.of(
            JvmCommand.java().toString(),
            "-Dkith.distributions=" + Distributions.find().folder(),
            "-cp",
            System.getProperty("java.class.path"),
            StartAndWait.class.getName(),
            home.toString());
    Process launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<ProcessHandle> parts;
    try (var lines = launcher.inputReader()) {
      assertThat(lines.lines().anyMatch(StartAndWait.READY::equals)).isTrue();
      parts = launcher.descendants().toList();

      launcher.destroyForcibly().waitFor();
    }

    assertThat(parts).hasSize(3);
    for (ProcessHandle part : parts) {
      assertThat(part.onExit().get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS))
          .isNotNull();
    }
  }

  private static String get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
