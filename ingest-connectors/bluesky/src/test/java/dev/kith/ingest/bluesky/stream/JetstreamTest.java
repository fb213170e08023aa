package dev.kith.ingest.bluesky.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JetstreamTest {
  private static final Jetstream JETSTREAM =
      new Jetstream(URI.create("wss://events.example.org/subscribe"));
  private static final String ANN = "did:plc:annannannannannannannann";
  private static final String BOB = "did:plc:bobbobbobbobbobbobbobbob";
  private static final Relevance ANN_ONLY = new Relevance(Set.of(ANN), Set.of(ANN));

  @Test
  void aCommitHasItsRecord() {
    var commit =
        (RepoEvent.Commit)
            decode(
                ANN,
                """
                "kind": "commit", "commit": {"rev": "3jzfcijpj2z2c", "operation": "create",
                "collection": "app.bsky.feed.post", "rkey": "3jzfcijpj2z2a", "cid": "bafyx",
                "record": {"text": "Frogs"}}
                """);

    assertThat(commit.number()).isEqualTo(OptionalLong.of(1_700_000_000_000_000L));
    assertThat(commit.changes().getFirst().uri())
        .hasToString("at://" + ANN + "/app.bsky.feed.post/3jzfcijpj2z2a");
    assertThat(commit.changes().getFirst().value()).hasToString("{\"text\":\"Frogs\"}");
  }

  @Test
  void aDeletionHasNone() {
    var commit =
        (RepoEvent.Commit)
            decode(
                BOB,
                """
                "kind": "commit", "commit": {"rev": "3jzfcijpj2z2c", "operation": "delete",
                "collection": "app.bsky.feed.like", "rkey": "3jzfcijpj2z2a"}
                """);

    assertThat(commit.changes().getFirst().value()).isNull();
  }

  @Test
  void anAccountIsDeactivatedAndAnIdentityChanges() {
    var account =
        (RepoEvent.AccountChange)
            decode(
                ANN,
                """
                "kind": "account", "account": {"active": false, "status": "deactivated",
                "time": "2026-03-04T05:06:07Z"}
                """);

    assertThat(account.active()).isFalse();
    assertThat(account.status()).isEqualTo("deactivated");
    assertThat(decode(ANN, "\"kind\": \"identity\", \"identity\": {}"))
        .isInstanceOf(RepoEvent.IdentityChange.class);
  }

  @Test
  void whatIsNoEventIsSetAside() {
    assertThat(JETSTREAM.decode("[]".getBytes(UTF_8), ANN_ONLY))
        .isInstanceOf(RepoEvent.Undecodable.class);
    assertThat(JETSTREAM.decode("{".getBytes(UTF_8), ANN_ONLY))
        .isInstanceOf(RepoEvent.Undecodable.class);
    assertThat(decode(ANN, "\"kind\": \"commit\", \"commit\": {}"))
        .isInstanceOf(RepoEvent.Undecodable.class);
  }

  @Test
  void theFirstMessageNamesTheAccountsAndTheCollections() {
    assertThat(Jetstream.hello(ANN_ONLY))
        .contains("\"wantedDids\":[\"" + ANN + "\"]", "\"app.bsky.feed.like\"");
  }

  private static RepoEvent decode(String did, String rest) {
    String event = "{\"did\": \"%s\", \"time_us\": 1700000000000000, %s}".formatted(did, rest);
    return JETSTREAM.decode(event.getBytes(UTF_8), ANN_ONLY);
  }
}
