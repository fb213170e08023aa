package dev.kith.ingest.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.github.mapping.GithubServer;
import io.micronaut.context.ApplicationContext;
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
          Map.of("micronaut.server.port", -1, "kith.sources.github.town.webhook-secret", SECRET));
  private final WebhookConnector connector =
      (WebhookConnector) server.getApplicationContext().getBean(Connector.class);

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

  private Page readUntilNotEmpty(Cursor after) throws Exception {
    Page page = connector.read(after);
    while (page.activities().isEmpty()) {
      page = connector.read(after);
    }
    return page;
  }

  private CompletableFuture<HttpResponse<String>> post(String payload, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/webhooks/github/town"))
            .header("Content-Type", "application/json")
            .header("X-GitHub-Event", "star")
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
