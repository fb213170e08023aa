package dev.kith.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.testing.Caller;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which requests are admitted. */
class AuthFilterTest {
  private static final String TOKEN = "correct-horse-battery-staple";

  private static EmbeddedServer start(Map<String, Object> more) {
    var settings =
        new HashMap<String, Object>(
            Map.of(
                "kith.elasticsearch.url", "http://127.0.0.1:1",
                "kith.kafka.bootstrap-servers", "127.0.0.1:1",
                "kith.kafka.registry", "http://127.0.0.1:1",
                "kith.api.port", -1));
    settings.putAll(more);
    return ApplicationContext.run(EmbeddedServer.class, settings, "test");
  }

  private static int withToken(Caller caller, String token) {
    return caller
        .send(
            HttpRequest.newBuilder(caller.address("/api/sources"))
                .header("Authorization", "Bearer " + token))
        .status();
  }

  @Test
  void withATokenOnlyItsBearersAreAnswered() {
    try (var server = start(Map.of("kith.api.token", TOKEN))) {
      var caller = new Caller(server.getURL().toString());

      Caller.Answer refused = caller.get("/api/sources");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(caller.get("/prometheus").status()).isEqualTo(401);
      assertThat(caller.get("/openapi").status()).isEqualTo(200);
      assertThat(withToken(caller, TOKEN)).isEqualTo(200);
      assertThat(withToken(caller, TOKEN + "x")).isEqualTo(401);
    }
  }

  @Test
  void withoutATokenAnotherHostNameIsRefused() throws IOException {
    try (var server = start(Map.of())) {
      assertThat(answerTo(server, "rebound.example")).startsWith("HTTP/1.1 403");
      assertThat(answerTo(server, "localhost:" + server.getPort())).startsWith("HTTP/1.1 200");
    }
  }

  private static String answerTo(EmbeddedServer server, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      String request =
          "GET /api/sources HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theServiceDoesNotStartForStrangersWithoutAToken() {
    assertThatThrownBy(() -> start(Map.of("kith.api.host", "0.0.0.0")).close())
        .hasStackTraceContaining("kith.api.token")
        .hasStackTraceContaining("0.0.0.0");
    assertThatThrownBy(() -> start(Map.of("kith.api.token", "short")).close())
        .hasStackTraceContaining("token");
  }
}
