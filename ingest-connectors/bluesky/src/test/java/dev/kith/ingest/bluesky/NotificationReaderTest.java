package dev.kith.ingest.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kith.ingest.bluesky.record.RecordVersion;
import dev.kith.ingest.bluesky.xrpc.AtpSession;
import dev.kith.ingest.bluesky.xrpc.NotificationReader;
import dev.kith.ingest.http.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of the form that the lexicons of notifications and sessions describe. */
class NotificationReaderTest {
  private static final String BOB = "at://did:plc:bobbobbobbobbobbobbobbob/app.bsky.feed.like/";

  @TempDir private Path folder;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext("/xrpc/", NotificationReaderTest::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void notificationsComeOldestFirstOverAllPagesAlsoWhenTheTokenHasExpired() throws Exception {
    assertThat(after("2026-02-28T00:00:00Z"))
        .extracting(each -> each.uri().key())
        .containsExactly("1", "2", "3");
  }

  @Test
  void onlyLaterNotificationsAreRead() throws Exception {
    assertThat(after("2026-03-02T00:00:00Z"))
        .extracting(each -> each.uri().key())
        .containsExactly("3");
  }

  private List<RecordVersion> after(String last) throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "only-for-this-test\n");
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    var session =
        new AtpSession(
            TestSources.client(),
            account -> address,
            "ann.example.org",
            Secret.of("password", null, password));
    return new NotificationReader(session).after(Instant.parse(last));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (path.endsWith("createSession")) {
      send(exchange, 200, "{\"accessJwt\":\"old\",\"refreshJwt\":\"refresh\"}");
    } else if (path.endsWith("refreshSession") && "Bearer refresh".equals(token)) {
      send(exchange, 200, "{\"accessJwt\":\"new\",\"refreshJwt\":\"refresh\"}");
    } else if (!"Bearer new".equals(token)) {
      send(exchange, 400, "{\"error\":\"ExpiredToken\"}");
    } else if (path.contains("cursor=second")) {
      send(exchange, 200, "{\"notifications\":[" + like(1) + "]}");
    } else {
      String newest = like(3) + "," + like(2);
      send(exchange, 200, "{\"cursor\":\"second\",\"notifications\":[" + newest + "]}");
    }
  }

  private static String like(int number) {
    return """
    {"uri": "%s%d", "cid": "bafyx", "reason": "like", "record": {},
     "indexedAt": "2026-03-0%dT00:00:00.000Z"}
    """
        .formatted(BOB, number, number);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
