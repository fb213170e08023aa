package dev.kith.ingest.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Throttled;
import dev.kith.ingest.SourceException.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConnectorHttpClientTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final String TOKEN = "token-of-ann";

  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private Instant now = NOW;
  private final InstantSource clock = () -> now;
  private final ConnectorHttpClient client = TestClients.client(clock);

  private static URI at(String path) {
    return URI.create(SERVER.baseUrl() + path);
  }

  private static ResourceRequest page() {
    return ResourceRequest.get(at("/page"), "the page").accepting("application/json");
  }

  private static ResourceRequest withToken() {
    return page().with(Credential.bearer(at("/"), Secret.of("kith.x.token", TOKEN, null)));
  }

  @Test
  void aPageThatHasNotChangedIsNotReadAgain() throws Exception {
    SERVER.stubFor(
        get("/page")
            .willReturn(
                okJson("[1]").withHeader("ETag", "\"7\"").withHeader("Last-Modified", "x")));
    SERVER.stubFor(
        get("/page").withHeader("If-None-Match", equalTo("\"7\"")).willReturn(status(304)));

    HttpExchange first = client.send(page());
    HttpExchange second = client.send(page().changedSince(first.validators()));

    assertThat(first.text()).isEqualTo("[1]");
    assertThat(second.isNotModified()).isTrue();
    SERVER.verify(
        getRequestedFor(anyUrl())
            .withHeader("If-Modified-Since", equalTo("x"))
            .withHeader("User-Agent", equalTo("Kith (+ann@example.org)")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After       | 30                            | 30",
        "Retry-After       | Wed, 04 Mar 2026 05:07:07 GMT | 60",
        "X-RateLimit-Reset | 1772600777                    | 10",
        "X-RateLimit-Reset | 2026-03-04T05:06:27.000Z      | 20",
        "RateLimit-Reset   | 40                            | 40",
        "Retry-After       | soon                          | 60",
      })
  void aThrottledRequestSaysHowLongToWait(String header, String value, long seconds) {
    SERVER.stubFor(get("/page").willReturn(status(429).withHeader(header, value)));

    assertThatThrownBy(() -> client.send(page()))
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    assertThat(SERVER.getAllServeEvents()).hasSize(1);
  }

  @Test
  void noRequestIsSentWithAnExhaustedBudgetBeforeItsReset() throws Exception {
    SERVER.stubFor(
        get("/page")
            .willReturn(
                okJson("[]")
                    .withHeader(TestClients.REMAINING, "0")
                    .withHeader(TestClients.RESET, "2026-03-04T06:00:00Z")));
    client.send(withToken());

    assertThatThrownBy(() -> client.send(withToken()))
        .isInstanceOf(Throttled.class)
        .hasMessage(
            "localhost allows no further request before 2026-03-04T06:00:00Z; it is tried again"
                + " then");
    assertThat(SERVER.getAllServeEvents()).hasSize(1);
  }

  @Test
  void anotherTokenHasABudgetOfItsOwn() throws Exception {
    SERVER.stubFor(
        get("/page")
            .willReturn(
                okJson("[]")
                    .withHeader(TestClients.REMAINING, "0")
                    .withHeader(TestClients.RESET, "90")));
    client.send(withToken());

    client.send(page());

    assertThatThrownBy(() -> client.send(withToken())).isInstanceOf(Throttled.class);
    now = NOW.plusSeconds(91);
    client.send(withToken());
    assertThat(SERVER.getAllServeEvents()).hasSize(3);
  }

  @Test
  void eachLimitThatTheServerNamesHasABudgetOfItsOwn() throws Exception {
    for (String[] limit :
        new String[][] {{"/repos/1", "core", "9"}, {"/search/1", "search", "0"}}) {
      SERVER.stubFor(
          get(limit[0])
              .willReturn(
                  okJson("[]")
                      .withHeader("X-RateLimit-Resource", limit[1])
                      .withHeader(TestClients.REMAINING, limit[2])
                      .withHeader(TestClients.RESET, "90")));
    }
    client.send(ResourceRequest.get(at("/repos/1"), "an item"));
    client.send(ResourceRequest.get(at("/search/1"), "a search"));

    client.send(ResourceRequest.get(at("/repos/1"), "an item"));

    assertThatThrownBy(() -> client.send(ResourceRequest.get(at("/search/2"), "a search")))
        .isInstanceOf(Throttled.class);
    assertThat(SERVER.getAllServeEvents()).hasSize(3);
  }

  @Test
  void endpointsOfOneLimitShareItsBudget() throws Exception {
    for (String path : List.of("/repos/1", "/users/1")) {
      SERVER.stubFor(
          get(path)
              .willReturn(
                  okJson("[]")
                      .withHeader("X-RateLimit-Resource", "core")
                      .withHeader(TestClients.REMAINING, path.startsWith("/users") ? "0" : "1")
                      .withHeader(TestClients.RESET, "90")));
      client.send(ResourceRequest.get(at(path), "an item"));
    }

    assertThatThrownBy(() -> client.send(ResourceRequest.get(at("/repos/1"), "an item")))
        .isInstanceOf(Throttled.class);
  }

  @Test
  void aTemporaryFailureIsRepeated() throws Exception {
    SERVER.stubFor(get("/page").inScenario("s").willReturn(status(502)).willSetStateTo("cut"));
    SERVER.stubFor(
        get("/page")
            .inScenario("s")
            .whenScenarioStateIs("cut")
            .willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))
            .willSetStateTo("well"));
    SERVER.stubFor(
        get("/page").inScenario("s").whenScenarioStateIs("well").willReturn(okJson("[2]")));

    assertThat(client.send(page()).text()).isEqualTo("[2]");
  }

  @Test
  void aPostIsNotRepeated() {
    SERVER.stubFor(any(urlEqualTo("/page")).willReturn(status(502)));
    var post = ResourceRequest.of("POST", at("/page"), "the form").body("text/plain", "x");

    assertThatThrownBy(() -> client.send(post)).isInstanceOf(Unavailable.class);

    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void aClientErrorIsRefused(int status) {
    SERVER.stubFor(get("/page").willReturn(status(status)));

    assertThatThrownBy(() -> client.send(withToken()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("the page at localhost: expected 200, found " + status)
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void aForbiddenRequestWithTheTextOfARateLimitIsThrottled() {
    SERVER.stubFor(
        get("/page")
            .willReturn(
                status(403).withBody("{'message': 'You have exceeded a secondary rate limit'}")));

    assertThatThrownBy(() -> client.send(page())).isInstanceOf(Throttled.class);
  }

  @Test
  void aStatusThatTheRequestAcceptsIsReturned() throws Exception {
    SERVER.stubFor(get("/page").willReturn(status(404)));

    assertThat(client.send(page().understanding(404)).status()).isEqualTo(404);
  }

  @Test
  void aLoginPageIsNoResponse() {
    SERVER.stubFor(
        get("/page").willReturn(ok("<html>").withHeader("Content-Type", "text/html; charset=x")));

    assertThatThrownBy(() -> client.send(page()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("expected application/json, found another content type");
  }

  @Test
  void aBodyBeyondTheLimitIsNotReadIntoMemory() {
    SERVER.stubFor(get("/page").willReturn(okJson("[" + " ".repeat(200_000) + "]")));

    assertThatThrownBy(() -> client.send(page()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("kith.http.max-body-size");
  }

  @Test
  void aBodyThatArrivesTooSlowlyIsAbandoned() {
    SERVER.stubFor(
        get("/page").willReturn(okJson("[1, 2, 3]").withChunkedDribbleDelay(10, 30_000)));

    long start = System.nanoTime();
    assertThatThrownBy(() -> client.send(page()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("expected a whole response within PT2S");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aRedirectOnTheSameServerCarriesTheCredential() throws Exception {
    SERVER.stubFor(get("/page").willReturn(temporaryRedirect("/moved")));
    SERVER.stubFor(get("/moved").willReturn(okJson("[3]")));

    HttpExchange exchange = client.send(withToken());

    assertThat(exchange.address()).isEqualTo(at("/moved"));
    SERVER.verify(
        getRequestedFor(urlEqualTo("/moved"))
            .withHeader("Authorization", equalTo("Bearer " + TOKEN)));
  }

  @Test
  void onlyPermanentRedirectsMoveAResource() throws Exception {
    SERVER.stubFor(get("/page").willReturn(permanentRedirect("/second")));
    SERVER.stubFor(get("/second").willReturn(temporaryRedirect("/third")));
    SERVER.stubFor(get("/third").willReturn(okJson("[]")));
    assertThat(client.send(page()).isMoved()).isFalse();

    SERVER.stubFor(get("/second").willReturn(permanentRedirect("/third")));
    HttpExchange moved = client.send(page());

    assertThat(moved.isMoved()).isTrue();
    assertThat(moved.address()).isEqualTo(at("/third"));
  }

  @Test
  void aRedirectToAnotherServerCarriesNoCredential() throws Exception {
    String elsewhere = "http://127.0.0.1:" + SERVER.getPort() + "/moved";
    SERVER.stubFor(get("/page").willReturn(temporaryRedirect(elsewhere)));
    SERVER.stubFor(get("/moved").willReturn(okJson("[3]")));

    client.send(withToken().header("X-Key", TOKEN));

    SERVER.verify(
        getRequestedFor(urlEqualTo("/moved"))
            .withHeader("Authorization", absent())
            .withHeader("X-Key", absent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://169.254.169.254/", "http://10.0.0.1/", "file:///etc/passwd"})
  void aRedirectToAPrivateAddressIsRefused(String target) {
    SERVER.stubFor(get("/page").willReturn(temporaryRedirect(target)));

    assertThatThrownBy(() -> client.send(page())).isInstanceOf(Refused.class);
  }

  @Test
  void aPrivateAddressIsRefusedUnlessItIsConfigured() {
    var strict = new ConnectorHttpClient(TestClients.settings(0, 1000, List.of()), clock);

    assertThatThrownBy(() -> strict.send(page()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("add localhost to kith.http.private-hosts");
    assertThat(SERVER.getAllServeEvents()).isEmpty();
  }

  @Test
  void blanksBetweenHostsDoNotCount() {
    var settings = TestClients.settings(0, 1, List.of("localhost", " 127.0.0.1", ""));

    assertThat(settings.privateHosts()).containsExactly("localhost", "127.0.0.1");
  }

  @Test
  void aRedirectLoopIsRefused() {
    SERVER.stubFor(get("/page").willReturn(temporaryRedirect("/page")));

    assertThatThrownBy(() -> client.send(page()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("at most 3 redirects");
  }

  @Test
  void theNextPageIsFoundInTheLinkHeader() throws Exception {
    SERVER.stubFor(
        get("/page")
            .willReturn(okJson("[]").withHeader("Link", "</page?after=9>; rel=\"next last\"")));

    assertThat(client.send(page()).link("next")).contains(at("/page?after=9"));
  }

  @Test
  void eventsOfAStreamArriveOneByOne() throws Exception {
    SERVER.stubFor(
        get("/events")
            .willReturn(
                ok(":hello\n\nevent: update\nid: 3\ndata: {\ndata: }\n\ndata: x\n\n")
                    .withHeader("Content-Type", "text/event-stream")));

    try (var events = client.openEvents(ResourceRequest.get(at("/events"), "the stream"))) {
      assertThat(events.poll(Duration.ofSeconds(5)))
          .contains(new ServerSentEvent("3", "update", "{\n}"));
      assertThat(events.poll(Duration.ofSeconds(5)))
          .contains(new ServerSentEvent("3", "message", "x"));
      assertThatThrownBy(
              () -> {
                while (true) {
                  events.poll(Duration.ofMillis(20));
                }
              })
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("expected further events, found its end");
    }
  }

  @Test
  void aCompressedBodyIsDecompressed() throws Exception {
    byte[] whole = "[4]".getBytes(UTF_8);
    SERVER.stubFor(get("/page").willReturn(okJson("[4]")));

    assertThat(client.send(page()).body()).isEqualTo(whole);
    SERVER.verify(getRequestedFor(anyUrl()).withHeader("Accept-Encoding", equalTo("gzip")));
  }
}
