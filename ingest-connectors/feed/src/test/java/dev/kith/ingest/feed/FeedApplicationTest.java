package dev.kith.ingest.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.testkit.ReadThrough;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From the configuration of a feed to a message of its hub, over HTTP. */
@Timeout(120)
class FeedApplicationTest {
  @RegisterExtension
  private static final WireMockExtension SITE =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder;

  private static void serve(String... items) {
    SITE.stubFor(
        get("/feed")
            .willReturn(
                ok(TestFeeds.rss(items))
                    .withHeader("Link", "<" + SITE.baseUrl() + "/hub>; rel=\"hub\"")));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String secretOfTheSubscription() {
    LoggedRequest request =
        SITE.getAllServeEvents().stream()
            .map(event -> event.getRequest())
            .filter(each -> each.getUrl().equals("/hub"))
            .findFirst()
            .orElseThrow();
    String field = request.getBodyAsString().replaceFirst(".*hub\\.secret=([^&]*).*", "$1");
    return URLDecoder.decode(field, UTF_8);
  }

  @Test
  void aMessageOfTheHubIsFollowedByAReadOfTheFeed() throws Exception {
    serve(TestFeeds.item(1, "Ann", "Frogs"));
    SITE.stubFor(post("/hub").willReturn(status(202)));
    Map<String, Object> settings =
        Map.of(
            "micronaut.server.port",
            -1,
            "kith.http.private-hosts",
            "localhost",
            "kith.websub.public-address",
            "https://kith.example.org",
            "kith.sources.feed.town.url",
            SITE.baseUrl() + "/feed",
            "kith.sources.feed.town.poll",
            "7d",
            "kith.sources.feed.town.state",
            folder.toString());
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings)) {
      Connector connector =
          server.getApplicationContext().getBean(Connector.class, Qualifiers.byName("town"));
      Cursor cursor = ReadThrough.of(connector, Cursor.START).end();
      URI callback = server.getURI().resolve("/websub/town");
      String topic = URLEncoder.encode(SITE.baseUrl() + "/feed", UTF_8);
      var question =
          URI.create(callback + "?hub.mode=subscribe&hub.challenge=x7&hub.topic=" + topic);
      assertThat(send(HttpRequest.newBuilder(question)).body()).isEqualTo("x7");
      serve(TestFeeds.item(2, "Bob", "Where?"), TestFeeds.item(1, "Ann", "Frogs"));
      assertThat(ReadThrough.of(connector, cursor).activities()).isEmpty();

      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretOfTheSubscription().getBytes(UTF_8), "HmacSHA256"));
      String signature = HexFormat.of().formatHex(mac.doFinal("<rss/>".getBytes(UTF_8)));
      var message =
          HttpRequest.newBuilder(callback)
              .header("Content-Type", "application/rss+xml")
              .header("X-Hub-Signature", "sha256=" + signature)
              .POST(HttpRequest.BodyPublishers.ofString("<rss/>"));
      assertThat(send(message).statusCode()).isEqualTo(202);

      assertThat(ReadThrough.of(connector, cursor).activities())
          .extracting(each -> each.getTitle().orElseThrow())
          .containsExactly("Note 2");
    }
  }
}
