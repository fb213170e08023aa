package dev.kith.ingest.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.github.mapping.GithubServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a signed post to a committed page, over HTTP. */
@Timeout(120)
class WebhookTest {
  private static final String SECRET = "a secret of the town";
  private static final String STAR =
      """
      {"action": "created", "starred_at": "2026-03-04T05:06:07Z",
       "repository": {"full_name": "ann/frogs", "private": false, "owner": {"login": "ann", "type": "User"}},
       "sender": {"login": "bob", "type": "User"}}
      """;

  private final EmbeddedServer server =
      ApplicationContext.run(
          EmbeddedServer.class,
          Map.of(
              "micronaut.server.port",
              -1,
              "kith.sources.github.town.webhook-secret",
              SECRET,
              "kith.sources.github.forge.webhook-secret",
              SECRET,
              "kith.sources.github.forge.server",
              "https://forge.example/api/v1"));
  private final Connector connector = connector("town");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSignedPayloadIsAnsweredOnceItIsCommitted() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = post(STAR, signature(STAR));
    Page page = readUntilNotEmpty(Cursor.START);

    assertThat(page.activities().getFirst().getId())
        .isEqualTo("https://github.com/ann/frogs#star:bob");
    assertThat(connector.read(Cursor.START)).isSameAs(page);
    assertThat(answer).isNotDone();
    connector.committed(page);

    assertThat(answer.get().statusCode()).isEqualTo(202);
  }

  @Test
  void aPayloadThatIsDeliveredAgainIsTheSameActivity() throws Exception {
    var first = post(STAR, signature(STAR));
    Page page = readUntilNotEmpty(Cursor.START);
    connector.committed(page);
    first.get();
    var second = post(STAR, signature(STAR));
    Page again = readUntilNotEmpty(page.next());
    connector.committed(again);

    assertThat(second.get().statusCode()).isEqualTo(202);
    assertThat(again.activities()).isEqualTo(page.activities());
    assertThat(again.profiles()).isEmpty();
  }

  @Test
  void aReviewOnForgejoIsThatOfItsSender() throws Exception {
    String payload =
        """
        {"action": "reviewed", "number": 2,
         "review": {"type": "pull_request_review_approved", "content": "Deep enough, @cat"},
         "pull_request": {"html_url": "https://forge.example/town/code/pulls/2", "title": "A pond",
           "user": {"id": 2, "login": "bob"}, "updated_at": "2026-03-04T05:06:07Z"},
         "repository": {"full_name": "town/code", "private": false, "owner": {"login": "town"}},
         "sender": {"id": 1, "login": "Ann", "full_name": "Ann Lee"}}
        """;
    var answer =
        post("forge", payload, signature(payload), "pull_request_approved", "X-Gitea-Event");
    Connector forge = connector("forge");
    Page page = readUntilNotEmpty(forge, Cursor.START);
    forge.committed(page);

    assertThat(answer.get().statusCode()).isEqualTo(202);
    var review = page.activities().getFirst();
    assertThat(review.getKind()).isEqualTo("pr-review");
    assertThat(review.getActor()).isEqualTo("github:ann@forge.example");
    assertThat(review.getTowards())
        .extracting("account")
        .containsExactly("github:bob@forge.example", "github:cat@forge.example");
    assertThat(page.profiles().getFirst().getNames()).containsExactly("Ann Lee");
  }

  @Test
  void aForkOnForgejoIsDirectedAtTheOwnerOfWhatIsForked() throws Exception {
    String payload =
        """
        {"forkee": {"full_name": "ann/frogs", "private": false, "owner": {"login": "ann"}},
         "repository": {"full_name": "bob/frogs", "html_url": "https://forge.example/bob/frogs",
           "created_at": "2026-03-04T05:06:07Z", "owner": {"login": "bob"}},
         "sender": {"id": 2, "login": "bob"}}
        """;
    var answer = post("forge", payload, signature(payload), "fork", "X-Gitea-Event");
    Connector forge = connector("forge");
    Page page = readUntilNotEmpty(forge, Cursor.START);
    forge.committed(page);

    assertThat(answer.get().statusCode()).isEqualTo(202);
    assertThat(page.activities().getFirst().getId())
        .isEqualTo("https://forge.example/bob/frogs#fork");
    assertThat(page.activities().getFirst().getTowards())
        .extracting("account")
        .containsExactly("github:ann@forge.example");
  }

  @Test
  void aForgedPayloadIsRefused() throws Exception {
    assertThat(post(STAR, signature(STAR + " ")).get().statusCode()).isEqualTo(401);
    assertThat(post(STAR, "").get().statusCode()).isEqualTo(401);
  }

  @Test
  void aPayloadOfAnotherFormIsRefusedWithAReason() throws Exception {
    HttpResponse<String> answer = post("{}", signature("{}")).get();

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("expected an object in repository, found none");
  }

  @Test
  void noTextShowsTheSecret() {
    assertThat(new WebhookSecret(SECRET).toString()).doesNotContain(SECRET);
    assertThat(new GithubServer("town", "github.com").toString()).doesNotContain(SECRET);
  }

  private Connector connector(String source) {
    return server.getApplicationContext().getBean(Connector.class, Qualifiers.byName(source));
  }

  private Page readUntilNotEmpty(Cursor after) throws Exception {
    return readUntilNotEmpty(connector, after);
  }

  private static Page readUntilNotEmpty(Connector connector, Cursor after) throws Exception {
    Page page = connector.read(after);
    while (page.activities().isEmpty()) {
      page = connector.read(after);
    }
    return page;
  }

  private CompletableFuture<HttpResponse<String>> post(String payload, String signature) {
    return post("town", payload, signature, "star", "X-GitHub-Hook-ID");
  }

  private CompletableFuture<HttpResponse<String>> post(
      String source, String payload, String signature, String event, String header) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/webhooks/github/" + source))
            .header("Content-Type", "application/json")
            .header("X-GitHub-Event", event)
            .header(header, event)
            .header("X-Hub-Signature-256", signature)
            .POST(HttpRequest.BodyPublishers.ofString(payload))
            .build();
    return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String signature(String payload) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
  }
}
