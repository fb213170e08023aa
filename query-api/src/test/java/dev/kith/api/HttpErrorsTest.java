package dev.kith.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every error of the HTTP layer is a problem response (RFC 9457), also those of the framework. */
@MicronautTest
@Property(name = "kith.elasticsearch.url", value = "http://127.0.0.1:1")
@Property(name = "kith.kafka.bootstrap-servers", value = "127.0.0.1:1")
@Property(name = "kith.kafka.registry", value = "http://127.0.0.1:1")
@Property(name = "kith.api.port", value = "-1")
@Property(name = "test.people", value = "in-memory")
class HttpErrorsTest {
  private static final String JSON = "Content-Type: application/json\r\n";

  private final EmbeddedServer server;

  HttpErrorsTest(EmbeddedServer server) {
    this.server = server;
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
  }

  private static String post(String path, String headers, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + headers
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static Map<String, String> requests() {
    Map<String, String> requests = new TreeMap<>();
    requests.put("400 broken JSON", post("/api/decisions", JSON, "{\"a\":"));
    requests.put("400 deep JSON", post("/api/decisions", JSON, "[".repeat(5_000)));
    requests.put("400 no body", post("/api/decisions", JSON, ""));
    requests.put(
        "400 a number for a text", post("/api/searches", JSON, "{\"name\":5,\"q\":\"x\"}"));
    requests.put("400 a missing parameter", get("/api/decisions?a=x", "").replace("GET", "DELETE"));
    // The framework drops the headers of a request that it cannot parse.
    requests.put("403 half a character", get("/api/people/%zz", ""));
    requests.put("404 another character set", get("/api/people/%ff%fe", ""));
    requests.put(
        "403 another host", get("/api/people", "").replace("localhost", "rebound.example"));
    requests.put("403 no host", "GET /api/people HTTP/1.1\r\n\r\n");
    requests.put(
        "403 another origin",
        post("/api/decisions", JSON + "Origin: http://other.example\r\n", "{}"));
    requests.put(
        "403 reading from another origin", get("/api/people", "Origin: http://other.example\r\n"));
    requests.put("403 no origin", post("/api/decisions", JSON + "Origin: null\r\n", "{}"));
    requests.put("404 no such path", get("/api/nothing", ""));
    requests.put("404 no such file", get("/nothing.js", "Accept: text/html\r\n"));
    requests.put("405 another method", post("/api/people", JSON, "{}"));
    requests.put("406 another answer", get("/api/people", "Accept: image/png\r\n"));
    requests.put("415 no JSON", post("/api/decisions", "Content-Type: text/plain\r\n", "{}"));
    return requests;
  }

  @Test
  void everyErrorIsAProblem() throws IOException {
    var softly = new SoftAssertions();
    for (var request : requests().entrySet()) {
      String answer = answer(request.getValue());
      softly
          .assertThat(answer)
          .as(request.getKey())
          .startsWith("HTTP/1.1 " + request.getKey().substring(0, 3))
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("\"status\":" + request.getKey().substring(0, 3), "\"detail\":");
    }
    softly.assertAll();
  }

  /** The server responds before it has read the body. */
  @Test
  void aLargeBodyIsAProblem() throws IOException {
    String request = post("/api/decisions", JSON, "").replace("Length: 0", "Length: 2097153");

    assertThat(answer(request))
        .startsWith("HTTP/1.1 413")
        .containsIgnoringCase("content-type: application/problem+json");
  }

  private String answer(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              request
                  .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
