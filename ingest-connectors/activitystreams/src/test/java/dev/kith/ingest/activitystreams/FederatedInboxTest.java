package dev.kith.ingest.activitystreams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.activitystreams.federation.RequestSigner;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed requests over HTTP; the actors are on a server of their own. */
class FederatedInboxTest {
  private static final String SOURCES = "kith.sources.activitystreams.";
  private static final Map<String, String> DOCUMENTS = new ConcurrentHashMap<>();

  @TempDir private static Path home;

  private static HttpServer actors;
  private static EmbeddedServer server;
  private static HttpClient client;
  private static RequestSigner ann;
  private InMemoryJournal journal;

  @BeforeAll
  static void start() throws Exception {
    actors = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    actors.createContext(
        "/",
        exchange -> {
          String document = DOCUMENTS.getOrDefault(exchange.getRequestURI().getPath(), "");
          byte[] body = document.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/activity+json");
          exchange.sendResponseHeaders(document.isEmpty() ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    actors.start();
    ann = RequestSigner.create(actor("ann"), "Ed25519");
    DOCUMENTS.put("/users/ann", ann.document(""));
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("kith.home", home.toString());
    settings.put("kith.http.private-hosts", "localhost");
    settings.put(SOURCES + "town.federated", "true");
    settings.put(SOURCES + "closed.inbox-token", "secret");
    server = ApplicationContext.run(EmbeddedServer.class, settings);
    // The connector of a source opens its inbox.
    server.getApplicationContext().getBeansOfType(Connector.class);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    actors.stop(0);
  }

  @BeforeEach
  void openAJournal() throws Exception {
    var connector =
        server.getApplicationContext().getBean(Connector.class, Qualifiers.byName("town"));
    journal = new InMemoryJournal(connector);
    journal.open();
  }

  @AfterEach
  void closeTheJournal() throws Exception {
    journal.close();
  }

  private static String actor(String name) {
    return "http://localhost:" + actors.getAddress().getPort() + "/users/" + name;
  }

  private static String follow(String actor) {
    return "{\"type\":\"Follow\",\"id\":\"%s/f/1\",\"actor\":\"%s\",\"object\":\"github:bob\"}"
        .formatted(actor, actor);
  }

  private static HttpResponse<String> post(String source, Map<String, String> headers, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/inbox/" + source))
            .header("Content-Type", "application/activity+json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(
        (name, value) -> {
          if (!name.equals("Host")) {
            request.header(name, value);
          }
        });
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> signed(RequestSigner signer, String source, String body)
      throws Exception {
    return signer.cavage(server.getURI().getAuthority(), "/inbox/" + source, body, Instant.now());
  }

  @Test
  void aSignedRequestIsStored() throws Exception {
    String body = follow(actor("ann"));

    assertThat(post("town", signed(ann, "town", body), body).statusCode()).isEqualTo(202);
    var headers = ann.rfc9421(server.getURI().getAuthority(), "/inbox/town", body, Instant.now());
    assertThat(post("town", headers, body).statusCode()).isEqualTo(202);

    assertThat(journal.activities()).hasSize(2).containsOnly(actor("ann") + "/f/1");
  }

  @Test
  void aRequestWithoutASignatureOrWithAWrongOneIsRefused() throws Exception {
    String body = follow(actor("ann"));

    var unsigned = post("town", Map.of(), body);
    var altered = post("town", signed(ann, "town", body), body + " ");

    assertThat(unsigned.statusCode()).isEqualTo(401);
    assertThat(unsigned.body()).contains("or the signature of an actor");
    assertThat(altered.statusCode()).isEqualTo(401);
    assertThat(altered.body()).contains("expected the digest of the body, found another");
    assertThat(journal.activities()).isEmpty();
  }

  @Test
  void anInboxThatIsNotFederatedTakesNoSignature() throws Exception {
    String body = follow(actor("ann"));

    var answer = post("closed", signed(ann, "closed", body), body);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("signature");
  }

  @Test
  void whatAnotherActorDidIsRefusedWithItsReason() throws Exception {
    String body = follow(actor("cy"));

    var answer = post("town", signed(ann, "town", body), body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("actor: expected who signed the request");
  }

  @Test
  void aMoveIsStoredWithTheProfilesOfBothAccounts() throws Exception {
    DOCUMENTS.put("/users/ann", ann.document(",'movedTo':'" + actor("eve") + "'"));
    DOCUMENTS.put(
        "/users/eve",
        "{\"type\":\"Person\",\"id\":\"%s\",\"alsoKnownAs\":[\"%s\"]}"
            .formatted(actor("eve"), actor("ann")));
    String body =
        "{\"type\":\"Move\",\"id\":\"%s/m\",\"actor\":\"%s\",\"object\":\"%s\",\"target\":\"%s\"}"
            .formatted(actor("ann"), actor("ann"), actor("ann"), actor("eve"));

    assertThat(post("town", signed(ann, "town", body), body).statusCode()).isEqualTo(202);

    String host = "localhost:" + actors.getAddress().getPort();
    assertThat(journal.profiles()).contains("fediverse:ann@" + host, "fediverse:eve@" + host);
  }
}
