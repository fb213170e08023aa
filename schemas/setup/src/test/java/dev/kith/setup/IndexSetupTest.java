package dev.kith.setup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.strength.StrengthFormula;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waiting does not mend is said at once. */
@Timeout(60)
class IndexSetupTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final SetupSettings USUAL = new SetupSettings(2, null, LONG, 1, null, LONG, LONG);

  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] refusal =
              "{\"error\":{\"type\":\"security_exception\",\"reason\":\"missing authentication credentials\"},\"status\":401}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(401, refusal.length);
          try (var out = exchange.getResponseBody()) {
            out.write(refusal);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aNodeThatCannotProveWhoItIs() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlainText(plain));
      var setup = setup("https://127.0.0.1:" + plain.getLocalPort());

      assertThatThrownBy(setup::run)
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("to prove who it is (kith.elasticsearch.ca-certificate)");
    }
  }

  private static void answerInPlainText(ServerSocket plain) {
    try (var socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNodeThatWantsToKnowWhoWeAre() {
    assertThatThrownBy(setup("http://127.0.0.1:" + server.getAddress().getPort())::run)
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("missing authentication credentials");
  }

  private static IndexSetup setup(String url) {
    return new IndexSetup(
        new ElasticsearchSettings(url, null, null, null, null, "kith-"),
        new IndexTemplates(USUAL, StrengthFormula.standard().halfLives()),
        new RetryPolicy(LONG, LONG));
  }
}
