package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom we speak, and as whom: over TLS with a node of an authority that nobody knows. */
class ElasticsearchSecurityTest {
  private static final BlockingQueue<String> SENT = new LinkedBlockingQueue<>();

  @TempDir private static Path folder;
  private static Path authority;
  private static HttpsServer node;

  @BeforeAll
  static void start() throws Exception {
    var ours = new SelfMadeAuthority(Files.createDirectory(folder.resolve("ours")));
    authority = ours.pem(folder.resolve("ours.pem"));
    node = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.setHttpsConfigurator(new HttpsConfigurator(ours.node()));
    node.createContext(
        "/",
        exchange -> {
          SENT.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    node.start();
  }

  @AfterAll
  static void stop() {
    node.stop(0);
  }

  @BeforeEach
  void forget() {
    SENT.clear();
  }

  @Test
  void aKeyIsSentToANodeOfTheNamedAuthority() throws Exception {
    assertThat(answers(settings("a2V5", null, null, authority))).isTrue();

    assertThat(SENT).containsExactly("ApiKey a2V5");
  }

  @Test
  void aUserAndPasswordAreSentAsWell() throws Exception {
    assertThat(answers(settings(null, "ann", "sésame", authority))).isTrue();

    String both = Base64.getEncoder().encodeToString("ann:sésame".getBytes(StandardCharsets.UTF_8));
    assertThat(SENT).containsExactly("Basic " + both);
  }

  @Test
  void whoeverHasNoKeySendsNone() throws Exception {
    assertThat(answers(settings(null, null, null, authority))).isTrue();

    assertThat(SENT).containsExactly("null");
  }

  @Test
  void aNodeOfNoKnownAuthorityHearsNothing() {
    assertThatThrownBy(() -> answers(settings("a2V5", null, null, null)))
        .matches(ElasticsearchSettings::isDistrust)
        .hasMessageContaining("unable to find valid certification path");

    assertThat(SENT).isEmpty();
  }

  @Test
  void aNodeOfAnotherAuthorityHearsNothing() throws Exception {
    var other = new SelfMadeAuthority(Files.createDirectory(folder.resolve("other")));
    Path pem = other.pem(folder.resolve("other.pem"));

    assertThatThrownBy(() -> answers(settings("a2V5", null, null, pem)))
        .matches(ElasticsearchSettings::isDistrust);

    assertThat(SENT).isEmpty();
  }

  @Test
  void aNodeUnderAnotherNameHearsNothing() {
    String url = "https://localhost:" + node.getAddress().getPort();
    var settings =
        new ElasticsearchSettings(url, "a2V5", null, null, authority.toString(), "kith-");

    assertThatThrownBy(() -> answers(settings))
        .hasMessageContaining("localhost")
        .matches(ElasticsearchSettings::isDistrust);

    assertThat(SENT).isEmpty();
  }

  private static ElasticsearchSettings settings(
      @Nullable String key,
      @Nullable String user,
      @Nullable String password,
      @Nullable Path trusted) {
    return new ElasticsearchSettings(
        "https://127.0.0.1:" + node.getAddress().getPort(),
        key,
        user,
        password,
        trusted == null ? null : trusted.toString(),
        "kith-");
  }

  private static boolean answers(ElasticsearchSettings settings) throws Exception {
    try (var client = settings.connect(Duration.ofSeconds(20))) {
      return client.ping().value();
    }
  }

  @Test
  void withoutATimeLimitTheSameIsSent() throws Exception {
    try (var client = settings("a2V5", null, null, authority).connect()) {
      assertThat(client.ping().value()).isTrue();
    }

    assertThat(SENT).containsExactly("ApiKey a2V5");
  }
}
