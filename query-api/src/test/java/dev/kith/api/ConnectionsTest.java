package dev.kith.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kith.api.testing.Caller;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Silent connections and refused streams cost the service almost nothing. */
@MicronautTest
@Property(name = "kith.elasticsearch.url", value = "http://127.0.0.1:1")
@Property(name = "kith.kafka.bootstrap-servers", value = "127.0.0.1:1")
@Property(name = "kith.kafka.registry", value = "http://127.0.0.1:1")
@Property(name = "kith.api.port", value = "-1")
@Property(name = "kith.api.idle-timeout", value = "1s")
@Property(name = "test.people", value = "in-memory")
class ConnectionsTest {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int MAX_LISTENERS = 50;

  private final EmbeddedServer server;

  ConnectionsTest(EmbeddedServer server) {
    this.server = server;
  }

  /** Waits until the server closes the connection; ignores what it sends before. */
  private void isClosedAfter(String sent) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).isNotNull();
    }
  }

  @Test
  void aSilentConnectionIsClosedWhereverItStopped() throws IOException {
    isClosedAfter("");
    isClosedAfter("GET /api/sources HT");
    isClosedAfter("GET /api/sources HTTP/1.1\r\nHost: localhost\r\nX-Hal");
    isClosedAfter(
        "POST /api/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 900\r\n\r\n{");
    isClosedAfter("GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  @Test
  void anEventStreamIsNoSilentConnection() throws Exception {
    var request =
        HttpRequest.newBuilder(new Caller(server.getURL().toString()).address("/api/changes"));
    try (var http = HttpClient.newHttpClient();
        var comments = http.send(request.build(), BodyHandlers.ofLines()).body()) {
      assertThat(comments.filter(":"::equals).limit(6)).hasSize(6);
      http.shutdownNow();
    }
  }

  @Test
  void aRefusedEventStreamIsOneLineOfTheLogAtMost() throws Exception {
    var caller = new Caller(server.getURL().toString());
    var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    var open = new ArrayList<Socket>();
    try {
      for (String wrong : List.of("type=weather", "as=zed", "q=strength:x", "nonsense=1")) {
        assertThat(stream(caller, "/api/changes?" + wrong)).as(wrong).isEqualTo(400);
      }
      for (int i = 0; i < MAX_LISTENERS; i++) {
        open.add(listener());
      }
      assertThat(stream(caller, "/api/changes")).isEqualTo(503);
    } finally {
      log.detachAppender(lines);
      for (Socket socket : open) {
        socket.close();
      }
    }
    assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
    assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
        .filteredOn(line -> line.contains("50 listeners"))
        .hasSize(1);
  }

  private static int stream(Caller caller, String path) {
    var request =
        HttpRequest.newBuilder(caller.address(path)).header("Accept", "text/event-stream");
    return caller.send(request).status();
  }

  /** A listener that has received the first comment. */
  private Socket listener() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    String request = "GET /api/changes HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var heard = new StringBuilder();
    while (heard.indexOf(":\n\n") < 0) {
      heard.append((char) socket.getInputStream().read());
    }
    return socket;
  }
}
