package dev.kith.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.query.Filters;
import dev.kith.clients.ElasticsearchSettings;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error about an unavailable Elasticsearch names the cause. */
class SearchClientTest {
  private HttpServer server;
  private volatile int status;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              ("{\"error\":{\"type\":\"no\",\"reason\":\"no\"},\"status\":" + status + "}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "401, does not let this service in (kith.elasticsearch.api-key)",
    "403, does not let this service in (kith.elasticsearch.api-key)",
    "404, answered 404",
    "429, answered 429"
  })
  void aRefusal(int answered, String said) throws Exception {
    status = answered;

    says("http://127.0.0.1:" + server.getAddress().getPort(), said);
  }

  @Test
  void aNodeThatCannotProveWhoItIs() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlainText(plain));

      says(
          "https://127.0.0.1:" + plain.getLocalPort(),
          "cannot prove who it is (kith.elasticsearch.ca-certificate)");
    }
  }

  /** A stopped process: connections are accepted, but nothing is sent. */
  @Test
  void aNodeThatDoesNotAnswerInTime() throws Exception {
    try (var frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();

      says(
          "http://127.0.0.1:" + frozen.getLocalPort(),
          "has not answered within 2000 ms (kith.api.query-timeout)");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }

  private static void answerInPlainText(ServerSocket plain) {
    try (var socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void says(String url, String said) throws Exception {
    var engine =
        new SearchClient(
            new ElasticsearchSettings(url, null, null, null, null, "kith-"), Duration.ofSeconds(2));

    assertThatThrownBy(() -> engine.count(engine.indices().people(), Filters.everything()))
        .isInstanceOf(ServiceUnavailable.class)
        .hasMessageContaining(said);
    engine.close();
  }
}
