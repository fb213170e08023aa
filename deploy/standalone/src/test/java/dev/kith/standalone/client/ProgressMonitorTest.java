package dev.kith.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.terminal.TerminalDisplay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressMonitorTest {

  private static final Home HOME = new Home(Path.of("home"));

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void doesNotWaitForAKithThatSomebodyHasStopped() {
    AtomicInteger looks = new AtomicInteger();
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    TerminalDisplay screen =
        new TerminalDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    try (ApiClient nobody = new ApiClient("http://127.0.0.1:1", Optional.empty())) {
      new ProgressMonitor(nobody, HOME, 1, screen)
          .untilReadOrWaiting(() -> looks.incrementAndGet() < 3);
    }

    assertThat(looks).hasValue(3);
    assertThat(shown.size()).isZero();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void doesNotWaitForASourceThatWaitsForItsServer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        server,
        "/standalone/progress",
        """
        {"atRest": false, "searchable": 2, "steps": [{"name": "indexing", "behind": 0}],
         "sources": [
           {"name": "git-code", "network": "git", "state": "AT_REST", "read": 2, "indexed": 2},
           {"name": "mail-inbox", "network": "mail", "state": "WAITING", "read": 0, "indexed": 0,
            "message": "imap.example.org does not answer"}]}
        """);
    answer(server, "/api/people", "{}");
    server.start();
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    TerminalDisplay screen =
        new TerminalDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    try (ApiClient api = new ApiClient("http://127.0.0.1:" + server.getAddress().getPort())) {
      new ProgressMonitor(api, HOME, 2, screen, Duration.ofMillis(5))
          .untilReadOrWaiting(() -> true);
    } finally {
      server.stop(0);
    }

    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("mail-inbox waits: imap.example.org does not answer")
        .contains("Everything else is read: 2 activities, 2 searchable");
  }

  private static void answer(HttpServer server, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }
}
