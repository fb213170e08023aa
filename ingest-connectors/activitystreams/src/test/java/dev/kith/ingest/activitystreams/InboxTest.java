package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Connector;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over HTTP, with a real server. */
class InboxTest {
  private static final String SOURCES = "kith.sources.activitystreams.";
  private static final String FOLLOW =
      "{'type':'Follow','id':'https://x.example/f/1','actor':'github:ann','object':'github:bob'}";
  private static final String NDJSON = "application/x-ndjson";
  private static final String ACTIVITY = "application/activity+json";

  @TempDir private static Path home;

  private static EmbeddedServer server;
  private static HttpClient client;
  private InMemoryJournal journal;

  @BeforeAll
  static void start() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("kith.home", home.toString());
    settings.put(SOURCES + "town.inbox-token", "secret");
    settings.put(SOURCES + "town.inbox-max-request-size", "2KB");
    settings.put(SOURCES + "hasty.inbox-token", "secret");
    settings.put(SOURCES + "hasty.inbox-timeout", "50ms");
    settings.put(SOURCES + "pages.location", "/nowhere");
    server = ApplicationContext.run(EmbeddedServer.class, settings);
    // The connector of a source opens its inbox.
    server.getApplicationContext().getBeansOfType(Connector.class);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void keepAJournal() {
    journal = new InMemoryJournal(connector("town"));
  }

  @AfterEach
  void closeTheJournal() throws Exception {
    journal.close();
  }

  private static Connector connector(String source) {
    return server.getApplicationContext().getBean(Connector.class, Qualifiers.byName(source));
  }

  @Test
  void anAnswerComesOnceTheActivityIsKept() throws Exception {
    var answer = client.sendAsync(request("town", ACTIVITY, FOLLOW).build(), text());

    assertThat(answer).isNotDone();
    journal.open();

    assertThat(answer.get().statusCode()).isEqualTo(202);
    assertThat(answer.get().body())
        .isEqualTo(
            "{\"activities\":[\"https://x.example/f/1\"],\"accounts\":[],\"unreadable\":[]}");
    assertThat(journal.activities()).containsExactly("https://x.example/f/1");
    assertThat(journal.profiles()).containsExactly("github:ann", "github:bob");
  }

  @Test
  void postingTwiceGivesTheSameId() throws Exception {
    journal.open();

    post("town", ACTIVITY, FOLLOW);
    post("town", ACTIVITY, FOLLOW);

    assertThat(journal.activities()).hasSize(2).containsOnly("https://x.example/f/1");
  }

  @Test
  void anActorDocumentIsAnsweredWithItsAccount() throws Exception {
    journal.open();

    var answer = post("town", "application/json", "{'type':'Person','id':'github:ann','name':'A'}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"accounts\":[\"github:ann\"]");
  }

  @Test
  void withoutTheTokenNothingIsTaken() throws Exception {
    journal.open();
    var none = request("town", ACTIVITY, FOLLOW);
    none.setHeader("Authorization", "");
    var wrong = request("town", ACTIVITY, FOLLOW);
    wrong.setHeader("Authorization", "Bearer secret2");

    for (var request : List.of(none, wrong)) {
      var answer = client.send(request.build(), text());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
    assertThat(journal.activities()).isEmpty();
  }

  @Test
  void aSourceWithoutATokenHasNoInbox() throws Exception {
    assertThat(post("pages", ACTIVITY, FOLLOW).statusCode()).isEqualTo(404);
    assertThat(post("unheard-of", ACTIVITY, FOLLOW).statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeReadIsToldWithItsReason() throws Exception {
    journal.open();

    var answer = post("town", "application/ld+json; profile=\"x\"", "{'type':'Like'}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains(
            "{\"place\":\"document\",\"reason\":\"actor: expected who did it, by the address of an"
                + " account, found none\"}");
    assertThat(journal.activities()).isEmpty();
  }

  @Test
  void nothingAtAllIsToldSo() throws Exception {
    assertThat(post("town", ACTIVITY, "").statusCode()).isEqualTo(400);
    assertThat(post("town", NDJSON, "\n\n").statusCode()).isEqualTo(400);
  }

  @Test
  void ofABatchTheReadableLinesAreKeptAndTheOthersListed() throws Exception {
    journal.open();

    var answer =
        post("town", NDJSON, FOLLOW + "\n\n{'type':'Link'}\n" + FOLLOW.replace("/1", "/2") + "\n");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("{\"place\":\"line 3\",\"reason\":\"type: expected");
    assertThat(journal.activities())
        .containsExactly("https://x.example/f/1", "https://x.example/f/2");
  }

  @Test
  void tooMuchAtOnceIsRefused() throws Exception {
    var answer = post("town", NDJSON, (FOLLOW + "\n").repeat(50));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 2048 bytes");
  }

  @Test
  void otherKindsOfContentAreRefused() throws Exception {
    assertThat(post("town", "text/plain", FOLLOW).statusCode()).isEqualTo(415);
  }

  @Test
  void whatIsNotKeptInTimeMayBePostedAgain() throws Exception {
    var answer = post("hasty", ACTIVITY, FOLLOW);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  private static HttpResponse<String> post(String source, String type, String body)
      throws Exception {
    return client.send(request(source, type, body).build(), text());
  }

  private static HttpRequest.Builder request(String source, String type, String body) {
    return HttpRequest.newBuilder(URI.create(server.getURL() + "/inbox/" + source))
        .header("Authorization", "Bearer secret")
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofByteArray(TestDocuments.bytes(body)));
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
