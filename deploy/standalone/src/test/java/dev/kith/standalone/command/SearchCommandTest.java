package dev.kith.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kith.standalone.client.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One query searches people and activities, although not every operator applies to both. */
class SearchCommandTest {
  private static final String REFUSAL =
      "{\"detail\":\"q: strength: cannot be used to search activities, only people\"}";

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/api/people", 200, "{\"people\":[{\"name\":\"Ann Lee\"}]}");
    server.start();
  }

  private void answer(String path, int status, String json) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String found() {
    try (var api = new ApiClient("http://127.0.0.1:" + server.getAddress().getPort())) {
      return SearchCommand.found(api, "kafka strength:>20", "deploy/kith up --home '/h'");
    }
  }

  @Test
  void whatOnlyPeopleHaveLeavesThePeopleAndSaysInOneLineWhyThereIsNoMore() {
    answer("/api/activities", 400, REFUSAL);

    assertThat(found().lines().map(String::strip))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("Ann Lee"))
        .endsWith("No activities: q: strength: cannot be used to search activities, only people");
  }

  @Test
  void whoAsksWithoutBeingKnownIsWarned() {
    server.removeContext("/api/people");
    answer("/api/people", 200, "{\"people\":[],\"as\":{\"people\":[],\"note\":\"nobody is x\"}}");
    answer("/api/activities", 200, "{\"total\":0,\"activities\":[]}");

    assertThat(found())
        .startsWith("Warning: nobody is x; name somebody")
        .contains("deploy/kith up --home '/h' --as EMAIL");
  }

  @Test
  void whatBothKnowIsAskedOfBoth() {
    answer(
        "/api/activities",
        200,
        "{\"total\":1,\"activities\":[{\"actor\":\"x\",\"title\":\"Hi\"}]}");

    assertThat(found()).contains("Ann Lee", "ACTIVITIES (1)", "Hi");
  }
}
