package dev.kith.ingest.mastodon;

import static dev.kith.ingest.mastodon.Statuses.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonConnectorTest {
  private static final String HOME = "/api/v1/timelines/home";
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final String FOLLOWERS = "/api/v1/accounts/ann-id/followers";

  @TempDir private Path folder;
  private RecordedServer server;
  private MastodonConnector connector;
  private Cursor cursor = Cursor.START;

  @BeforeEach
  void start() throws IOException {
    server = RecordedServer.start();
    connector = connector();
  }

  private MastodonConnector connector() {
    return TestConnectors.connector(
        TestConnectors.settings(server.address(), "secret", false),
        folder,
        InstantSource.fixed(Statuses.READ));
  }

  @AfterEach
  void stop() {
    connector.close();
    server.close();
  }

  @Test
  void anEditedStatusIsPublishedAgainAndTheOthersAreNot() throws Exception {
    server.put(HOME, List.of(status(1, "bob", "Frogs are black"), status(2, "bob", "Rain")));
    read();
    restart();

    server.put(
        HOME,
        List.of(
            status(1, "bob", "Frogs are green").put("edited_at", "2026-03-02T00:00:00Z"),
            status(2, "bob", "Rain")));

    assertThat(read()).extracting(Activity::getText).containsExactly("Frogs are green");
  }

  @Test
  void aStatusThatTheServerNoLongerHasIsDeleted() throws Exception {
    server.put(HOME, List.of(status(1, "bob", "Frogs"), status(2, "bob", "Rain")));
    read();
    restart();

    server.put(HOME, List.of(status(1, "bob", "Frogs")));
    List<Activity> found = read();

    assertThat(found).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(found.getFirst().getId()).isEqualTo("https://town.example/statuses/2");
    assertThat(found.getFirst().getActor()).isEqualTo("fediverse:bob@lake.example");
  }

  @Test
  void aConnectorThatIsKilledRightAfterACommitKnowsWhatItHasPublished() throws Exception {
    server.put(HOME, List.of(status(1, "bob", "Frogs"), status(2, "bob", "Rain")));
    readAndBeKilledAfterEachCommit();

    server.put(HOME, List.of(status(1, "bob", "Frogs")));
    List<Activity> found = readAndBeKilledAfterEachCommit();

    assertThat(found).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(found.getFirst().getId()).isEqualTo("https://town.example/statuses/2");
    assertThat(readAndBeKilledAfterEachCommit()).isEmpty();
  }

  @Test
  void whatWasNotCommittedIsReadAgain() throws Exception {
    server.put(HOME, List.of(status(1, "bob", "Frogs")));
    connector.read(cursor);
    restart();

    assertThat(read()).hasSize(1);
  }

  @Test
  void aStatusThatNewerOnesMoveOffTheNewestPageIsNotDeleted() throws Exception {
    server.put(HOME, List.of(status(1, "bob", "Frogs"), status(2, "bob", "Rain")));
    read();
    restart();

    server.put(
        HOME,
        List.of(status(1, "bob", "Frogs"), status(2, "bob", "Rain"), status(3, "cat", "Sun")));

    assertThat(read()).extracting(Activity::getText).containsExactly("Sun");
  }

  @Test
  void aStatusInTwoListsIsPublishedOnce() throws Exception {
    server.put(HOME, List.of(status(1, "bob", "Frogs")));
    server.put("/api/v1/accounts/ann-id/statuses", List.of(status(1, "bob", "Frogs")));

    assertThat(read()).hasSize(1);
  }

  @Test
  void aDismissedNotificationDeletesNothing() throws Exception {
    var favourite =
        (ObjectNode)
            Statuses.json("{'id':'7','type':'favourite','created_at':'2026-03-03T00:00:00Z'}");
    favourite.set("account", Statuses.account("bob"));
    favourite.set("status", status(1, "ann", "Frogs"));
    server.put(NOTIFICATIONS, List.of(favourite));
    List<Activity> first = read();
    restart();

    server.put(NOTIFICATIONS, List.of());

    assertThat(first).extracting(Activity::getKind).containsExactly("like");
    assertThat(read()).isEmpty();
  }

  @Test
  void aFollowThatIsMissingFromItsListHasEnded() throws Exception {
    server.put(FOLLOWERS, List.of(Statuses.account("bob"), Statuses.account("cat")));
    List<Activity> first = read();
    restart();

    server.put(FOLLOWERS, List.of(Statuses.account("cat")));
    List<Activity> then = read();

    assertThat(first).hasSize(2).noneMatch(Activity::getDeleted);
    assertThat(then).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(then.getFirst().getId()).isEqualTo("follow:bob@lake.example:ann@town.example");
  }

  @Test
  void aLinkToAnotherServerIsFollowedOnTheOwnOne() throws Exception {
    server.put(FOLLOWERS, List.of(Statuses.account("bob")));
    server.linkTo(URI.create("http://127.0.0.2:9/elsewhere"));

    read();

    assertThat(server.requests()).anyMatch(request -> request.startsWith("/elsewhere"));
  }

  @ParameterizedTest
  @CsvSource({"401,Refused", "403,Refused", "429,Throttled", "503,Unavailable"})
  void aFailureOfTheServerSaysWhatToDo(int status, String expected) {
    server.respondWith(status, "application/json");

    assertThatThrownBy(() -> connector.read(Cursor.START))
        .isInstanceOf(SourceException.class)
        .satisfies(failure -> assertThat(failure.getClass().getSimpleName()).isEqualTo(expected))
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
  }

  @Test
  void aPageInsteadOfTheApiIsRefused() {
    server.respondWith(200, "text/html");

    assertThatThrownBy(() -> connector.read(Cursor.START)).isInstanceOf(SourceException.class);
  }

  @Test
  void aSourceNeedsAServerAndOneToken() {
    URI town = URI.create("https://town.example");
    Duration often = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new MastodonSettings("x", town, null, null, often, often, true, null))
        .hasMessageContaining("expected either token or token-file");
    assertThatThrownBy(
            () ->
                new MastodonSettings(
                    "x",
                    URI.create("https://town.example/@ann"),
                    "s",
                    null,
                    often,
                    often,
                    true,
                    null))
        .hasMessageContaining("expected an address such as https://town.example");
    assertThat(new MastodonSettings("x", town, "s", null, often, often, true, null).toString())
        .isEqualTo("MastodonSettings[x]");
  }

  @Test
  void theFileOfASourceIsNamedLikeItSoThatItIsForgottenWithIt() {
    var settings = TestConnectors.settings(server.address(), "secret", false);

    assertThat(MastodonConnectorFactory.items(settings, Optional.of(folder)))
        .isEqualTo(folder.resolve("mastodon").resolve(TestConnectors.SOURCE + ".items"));
  }

  private void restart() {
    connector.close();
    connector = connector();
  }

  /** Kafka has each page, but the connector does not live to be told so. */
  private List<Activity> readAndBeKilledAfterEachCommit() throws Exception {
    List<Activity> published = new ArrayList<>();
    for (Page page = connector.read(cursor);
        !page.isEmptyAfter(cursor);
        page = connector.read(cursor)) {
      published.addAll(page.activities());
      cursor = page.next();
      restart();
    }
    restart();
    return published;
  }

  private List<Activity> read() throws Exception {
    ReadThrough all = ReadThrough.of(connector, cursor);
    cursor = all.end();
    return all.activities();
  }
}
