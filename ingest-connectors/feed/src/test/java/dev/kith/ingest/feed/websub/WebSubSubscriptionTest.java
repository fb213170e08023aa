package dev.kith.ingest.feed.websub;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hub as W3C WebSub describes it: it takes requests, asks back, and signs what it sends. */
class WebSubSubscriptionTest {
  private static final String TOPIC = "https://town.example/feed";
  private static final byte[] CONTENT = "<rss/>".getBytes(UTF_8);

  @RegisterExtension
  private static final WireMockExtension HUB =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private Instant now = Instant.parse("2026-03-04T05:06:07Z");
  private final WebSubSubscription subscription =
      new WebSubSubscription(
          LoopbackHttp.client(), URI.create("https://kith.example.org/websub/town"), () -> now);

  @BeforeEach
  void subscribe() throws Exception {
    HUB.stubFor(post("/hub").willReturn(status(202)));
    subscription.announce(URI.create(HUB.baseUrl() + "/hub"), URI.create(TOPIC));
    subscription.renew();
  }

  private static Map<String, String> request() {
    String body = HUB.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    return Arrays.stream(body.split("&", -1))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], UTF_8)));
  }

  private static String signature(String algorithm, String prefix) throws Exception {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(
        new SecretKeySpec(request().getOrDefault("hub.secret", "").getBytes(UTF_8), algorithm));
    return prefix + HexFormat.of().formatHex(mac.doFinal(CONTENT));
  }

  @Test
  void aSubscriptionNamesTopicCallbackAndASecret() {
    assertThat(request())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.callback", "https://kith.example.org/websub/town");
    assertThat(request().get("hub.secret")).hasSize(64);
  }

  @Test
  void onlyTheSubscriptionThatWasRequestedIsConfirmed() {
    assertThat(subscription.confirm("subscribe", TOPIC, "challenge", 1000)).hasValue("challenge");
    assertThat(subscription.confirm("subscribe", "https://other.example/", "c", 1000)).isEmpty();
    assertThat(subscription.confirm("unsubscribe", TOPIC, "c", 1000)).isEmpty();
  }

  @Test
  void aLeaseIsRenewedBeforeItEnds() throws Exception {
    subscription.confirm("subscribe", TOPIC, "challenge", 1000);
    now = now.plusSeconds(800);
    subscription.renew();
    HUB.verify(1, postRequestedFor(urlEqualTo("/hub")));

    now = now.plusSeconds(150);
    subscription.renew();

    HUB.verify(2, postRequestedFor(urlEqualTo("/hub")));
  }

  @Test
  void onlyAMessageWithTheRightSignatureAnnouncesAChange() throws Exception {
    subscription.receive(CONTENT, "");
    subscription.receive(CONTENT, "sha256=00");
    subscription.receive("<other/>".getBytes(UTF_8), signature("HmacSHA256", "sha256="));
    assertThat(subscription.takePush()).isFalse();

    subscription.receive(CONTENT, signature("HmacSHA256", "sha256="));
    assertThat(subscription.takePush()).isTrue();
    subscription.receive(CONTENT, signature("HmacSHA1", "sha1="));
    assertThat(subscription.takePush()).isTrue();
    assertThat(subscription.takePush()).isFalse();
  }
}
