package dev.kith.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * An export that fails in the middle ends the connection at once, so that it does not look
 * complete.
 */
@MicronautTest
@Property(name = "kith.elasticsearch.url", value = "http://127.0.0.1:1")
@Property(name = "kith.kafka.bootstrap-servers", value = "127.0.0.1:1")
@Property(name = "kith.kafka.registry", value = "http://127.0.0.1:1")
@Property(name = "kith.api.port", value = "-1")
@Property(name = "kith.api.idle-timeout", value = "1h")
@Property(name = "test.people", value = "in-memory")
@Property(name = "test.export", value = "broken")
class BrokenExportTest {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final EmbeddedServer server;

  BrokenExportTest(EmbeddedServer server) {
    this.server = server;
  }

  @Test
  void anExportThatFailsIsCutAtOnceAndTheLogSaysWhy() throws IOException {
    var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    String heard;
    try {
      heard = heard("/api/export/people");
    } finally {
      log.detachAppender(lines);
    }

    assertThat(heard).contains("200 OK", "transfer-encoding: chunked", "ann0000000000000");
    assertThat(heard).as("the end of a chunked body").doesNotEndWith("0\r\n\r\n");
    assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
        .contains("Cut a streamed answer off: Elasticsearch cannot be reached");
  }

  private String heard(String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
