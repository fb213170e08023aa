package dev.kith.ingest.activitystreams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.testkit.snac.HostRouter;
import dev.kith.ingest.testkit.snac.SnacAccount;
import dev.kith.ingest.testkit.snac.SnacServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real server of the fediverse sends, with its own signatures, and how its key is read. */
class SnacInboxIT {
  private static final String SOURCE = "kith.sources.activitystreams.town.";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** A name that every machine resolves, for the address guard asks for it. */
  private static final String SNAC = "localhost";

  private static final String ACTOR =
      """
      {"@context": "https://www.w3.org/ns/activitystreams", "type": "Service",
       "id": "http://actors.example/users/kith", "preferredUsername": "kith",
       "inbox": "http://kith.example/inbox/town", "outbox": "http://actors.example/outbox",
       "followers": "http://actors.example/users/kith/followers", "url": "http://actors.example/"}
      """;
  private static final String WEBFINGER =
      """
      {"subject": "acct:kith@actors.example", "links": [{"rel": "self",
       "type": "application/activity+json", "href": "http://actors.example/users/kith"}]}
      """;

  @TempDir private Path folder;

  private final ProxySelector direct = ProxySelector.getDefault();

  @BeforeEach
  void needsSnac() {
    assumeTrue(SnacServer.isInstalled(), "SKIPPED: there is no snac; .ci/run installs it");
  }

  @AfterEach
  void restoreTheProxy() {
    ProxySelector.setDefault(direct);
  }

  /** Leads requests to snac's name through the router; all others go where they want. */
  private static final class SnacProxy extends ProxySelector {
    private final Proxy proxy;

    SnacProxy(HostRouter router) {
      int port = URI.create(router.address()).getPort();
      this.proxy =
          new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public List<Proxy> select(URI address) {
      return List.of(SNAC.equals(address.getHost()) ? proxy : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static HttpServer actors() throws Exception {
    var actors = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    actors.createContext(
        "/",
        exchange -> {
          boolean isSearch = exchange.getRequestURI().getPath().contains("webfinger");
          byte[] body = (isSearch ? WEBFINGER : ACTOR).getBytes(UTF_8);
          exchange
              .getResponseHeaders()
              .set("Content-Type", isSearch ? "application/jrd+json" : "application/activity+json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    actors.start();
    return actors;
  }

  private EmbeddedServer kith(HostRouter router) {
    ProxySelector.setDefault(new SnacProxy(router));
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("kith.home", folder.resolve("kith"));
    settings.put("kith.http.private-hosts", SNAC);
    settings.put(SOURCE + "federated", "true");
    // The test reads it by itself.
    settings.put("kith.ingest.paused", "town");
    return ApplicationContext.run(EmbeddedServer.class, settings);
  }

  @Test
  @Timeout(120)
  void aFollowAMentionAndAnUndoAreRead() throws Exception {
    HttpServer actors = actors();
    try (var router = HostRouter.start();
        var snac = SnacServer.start(folder, SNAC, router);
        var kith = kith(router)) {
      router.route("actors.example", actors.getAddress().getPort());
      router.route("kith.example", kith.getPort());
      var connector =
          kith.getApplicationContext().getBean(Connector.class, Qualifiers.byName("town"));
      var journal = new InMemoryJournal(connector);
      journal.open();
      SnacAccount ann = snac.addAccount("ann");

      snac.command("follow", "ann", "http://actors.example/users/kith");
      awaitActivity(journal, "/Follow");
      ann.say("Frogs are back, @kith@actors.example");
      awaitActivity(journal, "/ann/p/");

      assertThat(journal.profiles()).contains("web:" + ann.actor());
      int read = journal.activities().size();
      snac.command("unfollow", "ann", "http://actors.example/users/kith");
      await(() -> journal.activities().size() > read);
      assertThat(journal.activities()).hasSizeGreaterThan(read);
      journal.close();
    } finally {
      actors.stop(0);
    }
  }

  private static void awaitActivity(InMemoryJournal journal, String id) throws Exception {
    await(() -> journal.activities().stream().anyMatch(each -> each.contains(id)));
    assertThat(journal.activities()).anyMatch(each -> each.contains(id));
  }

  private static void await(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
  }
}
