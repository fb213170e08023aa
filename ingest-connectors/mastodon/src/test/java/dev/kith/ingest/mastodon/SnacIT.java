package dev.kith.ingest.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mastodon.login.MastodonLogin;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import dev.kith.ingest.testkit.snac.HostRouter;
import dev.kith.ingest.testkit.snac.SnacAccount;
import dev.kith.ingest.testkit.snac.SnacServer;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real servers that federate: Ann's, which is read, and Bob's. */
@Timeout(120)
class SnacIT {
  private static final String ANN = "fediverse:ann@town.example";
  private static final String BOB = "fediverse:bob@lake.example";
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private HostRouter router;
  private SnacServer town;
  private SnacServer lake;
  private SnacAccount ann;
  private SnacAccount bob;
  private MastodonConnector connector;
  private Cursor cursor = Cursor.START;
  private final List<Activity> published = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    assumeTrue(SnacServer.isInstalled(), "SKIPPED: there is no snac; .ci/run installs it");
    router = HostRouter.start();
    town = SnacServer.start(folder, "town.example", router);
    lake = SnacServer.start(folder, "lake.example", router);
    ann = town.addAccount("ann");
    bob = lake.addAccount("bob");
    connector = connector();
  }

  /** What was started before a failure is stopped, too. */
  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable started : Arrays.asList(connector, town, lake, router)) {
      if (started != null) {
        started.close();
      }
    }
  }

  private MastodonConnector connector() {
    return TestConnectors.connector(
        TestConnectors.settings(town.address(), ann.token(), true),
        folder.resolve("state"),
        InstantSource.system());
  }

  @Test
  void whatAnnAndBobDoBecomesActivities() throws Exception {
    bob.follow(ann);
    ann.follow(bob);
    await(follows(BOB, ANN));
    await(follows(ANN, BOB));
    JsonNode frogs = ann.say("Frogs are back #frogs");
    String onLake = statusOn(bob, "v1/timelines/home", "Frogs are back");
    bob.post("statuses/" + onLake + "/favourite");
    bob.post("statuses/" + onLake + "/reblog");
    bob.say("Where are they?", "in_reply_to_id", onLake);
    bob.say("Only you, @" + ann.handle(), "visibility", "direct");

    Activity post = await(activity -> activity.getText().startsWith("Frogs are back"));
    Activity like = await(activity -> activity.getKind().equals("like"));
    Activity boost = await(activity -> activity.getKind().equals("announce"));
    Activity reply = await(activity -> activity.getText().contains("Where are they?"));
    Activity secret = await(activity -> activity.getText().startsWith("Only you"));

    assertThat(post.getId()).isEqualTo(frogs.path("uri").asText());
    assertThat(post.getActor()).isEqualTo(ANN);
    assertThat(post.getTopics()).containsExactly("frogs");
    assertThat(like.getActor()).isEqualTo(BOB);
    assertThat(like.getTowards()).containsExactly(new Towards(ANN, "like"));
    assertThat(boost.getActor()).isEqualTo(BOB);
    assertThat(boost.getTowards()).containsExactly(new Towards(ANN, "announce"));
    assertThat(reply.getInReplyTo()).contains(post.getId());
    assertThat(secret.getVisibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(secret.getTowards()).extracting(Towards::getAccount).containsExactly(ANN);
  }

  @Test
  void anEditAndADeletionFollowTheOriginal() throws Exception {
    ann.follow(bob);
    await(follows(ANN, BOB));
    JsonNode post = bob.say("Frogs are black, @" + ann.handle());
    String id = await(activity -> activity.getText().startsWith("Frogs are black")).getId();

    bob.put("statuses/" + post.path("id").asText(), "status", "Frogs are green, @" + ann.handle());
    Activity edited = await(activity -> activity.getText().startsWith("Frogs are green"));
    bob.deleteStatus(post.path("uri").asText());
    Activity deleted = await(Activity::getDeleted);

    assertThat(edited.getId()).isEqualTo(id);
    assertThat(edited.getRevision()).isPositive();
    assertThat(deleted.getId()).isEqualTo(id);
    assertThat(deleted.getRevision()).isGreaterThan(edited.getRevision());
    assertThat(deleted.getText()).isEmpty();
  }

  @Test
  void theEndOfAFollowIsADeletion() throws Exception {
    ann.follow(bob);
    String id = await(follows(ANN, BOB)).getId();

    ann.unfollow(bob);

    assertThat(await(Activity::getDeleted).getId()).isEqualTo(id);
  }

  @Test
  void aConnectorThatIsKilledBeforeACommitLosesAndDoublesNothing() throws Exception {
    bob.say("One, @" + ann.handle());
    await(activity -> activity.getText().startsWith("One"));
    bob.say("Two, @" + ann.handle());
    bob.say("Three, @" + ann.handle());
    Page lost = readUntilSomethingIsFound();

    connector.close();
    connector = connector();
    await(activity -> activity.getText().startsWith("Two"));
    await(activity -> activity.getText().startsWith("Three"));
    bob.say("Four, @" + ann.handle());
    await(activity -> activity.getText().startsWith("Four"));

    assertThat(lost.activities()).isNotEmpty();
    assertThat(published)
        .extracting(each -> each.getId() + each.getRevision())
        .doesNotHaveDuplicates();
    assertThat(published).extracting(Activity::getKind).containsOnly("create");
    assertThat(published).hasSize(4);
  }

  @Test
  void aCodeIsExchangedForAToken() throws Exception {
    var login =
        new MastodonLogin(LoopbackHttp.client()).begin(Map.of("server", town.address().toString()));
    String client = login.address().getQuery().replaceFirst(".*client_id=([^&]+).*", "$1");

    assertThatThrownBy(() -> login.secret("any")).isInstanceOf(SourceException.Refused.class);
    String token = login.secret(ann.authorize(client));

    assertThat(login.address().toString()).startsWith(town.address() + "/oauth/authorize?");
    try (var allowed =
        TestConnectors.connector(
            TestConnectors.settings(town.address(), token, false),
            folder.resolve("other"),
            InstantSource.system())) {
      assertThat(allowed.read(Cursor.START).next()).isNotEqualTo(Cursor.START);
    }
  }

  private Page readUntilSomethingIsFound() throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < deadline) {
      Page page = connector.read(cursor);
      if (!page.activities().isEmpty()) {
        return page;
      }
      connector.committed(page);
      cursor = page.next();
    }
    throw new AssertionError("expected activities within " + SOON + ", found none");
  }

  /** Reads and commits until an activity is found. */
  private Activity await(Predicate<Activity> wanted) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < deadline) {
      var found = published.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Page page = connector.read(cursor);
      published.addAll(page.activities());
      assertThat(page.unreadable()).isEmpty();
      connector.committed(page);
      cursor = page.next();
    }
    throw new AssertionError("expected an activity within " + SOON + ", found " + published);
  }

  private static Predicate<Activity> follows(String follower, String followed) {
    return activity ->
        activity.getKind().equals("follow")
            && activity.getActor().equals(follower)
            && activity.getTowards().contains(new Towards(followed, "follow"));
  }

  private static String statusOn(SnacAccount account, String path, String text) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < deadline) {
      for (JsonNode status : account.get(path)) {
        if (status.path("content").asText().contains(text)) {
          return status.path("id").asText();
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("expected a status within " + SOON + ", found none");
  }
}
