package dev.kith.ingest.mastodon;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.kith.ingest.Login;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.mastodon.login.MastodonLogin;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The authorization code flow with servers that answer as Mastodon 4.3 and as older ones do. */
class MastodonLoginTest {
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(
        post(urlEqualTo("/api/v1/apps"))
            .willReturn(okJson("{\"client_id\": \"kith-1\", \"client_secret\": \"s3cret\"}")));
    server.stubFor(
        post(urlEqualTo("/oauth/token")).willReturn(okJson("{\"access_token\": \"t0ken\"}")));
    server.stubFor(
        get(urlEqualTo("/api/v1/accounts/verify_credentials"))
            .withHeader("Authorization", equalTo("Bearer t0ken"))
            .willReturn(okJson("{\"id\": \"1\"}")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void supportPkce() {
    server.stubFor(
        get(urlEqualTo("/.well-known/oauth-authorization-server"))
            .willReturn(okJson("{\"code_challenge_methods_supported\": [\"S256\"]}")));
  }

  private Login.Pending begin() throws Exception {
    return new MastodonLogin(LoopbackHttp.client()).begin(Map.of("server", server.baseUrl()));
  }

  private static Map<String, String> parameters(Login.Pending login) {
    return Arrays.stream(login.address().getQuery().split("&"))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
  }

  @Test
  void theOwnerIsAskedForReadingOnly() throws Exception {
    Map<String, String> asked = parameters(begin());

    assertThat(asked)
        .containsEntry("scope", "read")
        .containsEntry("client_id", "kith-1")
        .containsEntry("redirect_uri", "urn:ietf:wg:oauth:2.0:oob")
        .doesNotContainKeys("code_challenge", "client_secret");
    server.verify(
        postRequestedFor(urlEqualTo("/api/v1/apps")).withRequestBody(containing("scopes=read")));
  }

  @Test
  void theCodeIsOfUseToNobodyElseWhereTheServerKnowsPkce() throws Exception {
    supportPkce();
    Login.Pending login = begin();

    assertThat(login.secret(" c0de ")).isEqualTo("t0ken");

    String body =
        server.findAll(postRequestedFor(urlEqualTo("/oauth/token"))).getFirst().getBodyAsString();
    String verifier = body.replaceFirst(".*code_verifier=([\\w-]+).*", "$1");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
    assertThat(verifier).hasSizeGreaterThanOrEqualTo(43);
    assertThat(body).contains("code=c0de&");
    assertThat(parameters(login))
        .containsEntry("code_challenge_method", "S256")
        .containsEntry(
            "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
  }

  @Test
  void theAddressOfThePageWithTheCodeMayBePastedUnlessItIsOfAnotherLogin() throws Exception {
    Login.Pending login = begin();
    String page = server.baseUrl() + "/oauth/authorize/native?code=c%2Fde&state=";

    assertThat(login.secret(page + parameters(login).get("state"))).isEqualTo("t0ken");
    assertThatThrownBy(() -> login.secret(page + parameters(begin()).get("state")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("found one of another");

    server.verify(
        1,
        postRequestedFor(urlEqualTo("/oauth/token"))
            .withRequestBody(containing("code=c%2Fde"))
            .withRequestBody(notMatching(".*code_verifier.*")));
  }

  @Test
  void aWrongCodeIsRefusedAndTheNextOneMayBeRight() throws Exception {
    Login.Pending login = begin();
    server.stubFor(
        post(urlEqualTo("/oauth/token"))
            .withRequestBody(containing("code=wrong"))
            .willReturn(jsonResponse("{\"error\": \"invalid_grant\"}", 400)));

    assertThatThrownBy(() -> login.secret("wrong"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("wrong or too old")
        .hasMessageNotContaining("s3cret");

    assertThat(login.secret("right")).isEqualTo("t0ken");
  }

  @Test
  void aTokenThatTheServerDoesNotAcceptIsRefusedAtOnce() throws Exception {
    Login.Pending login = begin();
    server.stubFor(
        get(urlEqualTo("/api/v1/accounts/verify_credentials"))
            .willReturn(jsonResponse("{\"error\": \"unauthorized\"}", 422)));

    assertThatThrownBy(() -> login.secret("c0de"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("open the address, permit Kith to read, and give its code")
        .hasMessageNotContaining("t0ken");
  }

  @Test
  void whatIsNoServerIsRefused() {
    var login = new MastodonLogin(LoopbackHttp.client());

    assertThatThrownBy(() -> login.begin(Map.of()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("server: expected an address such as https://town.example");
    assertThatThrownBy(() -> login.begin(Map.of("server", "town.example")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("found town.example");
    Map<String, String> stopped = Map.of("server", server.baseUrl());
    server.stop();
    assertThatThrownBy(() -> login.begin(stopped))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("server: ");
  }
}
