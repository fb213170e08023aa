package dev.kith.ingest.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.bluesky.identity.ProfileMapper;
import dev.kith.ingest.bluesky.xrpc.AtpSession;
import dev.kith.ingest.http.Secret;
import dev.kith.ingest.testkit.atproto.AtProtoAccount;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import dev.kith.schemas.Towards;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people do on a real PDS, and what comes out. */
@Timeout(120)
class PdsIT {
  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Optional<AtProtoServers> servers = Optional.empty();

  @TempDir private Path state;

  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private Cursor cursor = Cursor.START;
  private AtProtoAccount ann;
  private AtProtoAccount bob;
  private String annHandle;
  private @Nullable BlueskyConnector connector;

  @BeforeAll
  static void start() throws Exception {
    servers = AtProtoServers.start();
    assumeTrue(servers.isPresent(), "needs @atproto/dev-env");
  }

  @AfterAll
  static void stop() {
    servers.ifPresent(AtProtoServers::close);
  }

  @BeforeEach
  void people() throws Exception {
    int number = NUMBER.incrementAndGet();
    annHandle = "ann-" + number + ".test";
    ann = AtProtoAccount.create(servers.orElseThrow().pds(), annHandle);
    bob = AtProtoAccount.create(servers.orElseThrow().pds(), "bob-" + number + ".test");
  }

  @AfterEach
  void close() {
    if (connector != null) {
      connector.close();
    }
  }

  @Test
  void whatWasDoneBeforeAndWhatIsDoneNowIsRead() throws Exception {
    JsonNode old = ann.post("Frogs are back");
    open();
    until(() -> latest().containsKey(uri(old)));

    JsonNode answer = bob.reply("Where?", old);
    JsonNode like = bob.like(old);
    JsonNode repost = ann.repost(answer);
    JsonNode follow = ann.follow(bob);
    until(() -> latest().containsKey(uri(follow)));

    assertThat(latest().keySet())
        .containsExactlyInAnyOrder(uri(old), uri(answer), uri(like), uri(repost), uri(follow));
    Activity reply = activity(answer);
    assertThat(reply.getActor()).isEqualTo("bluesky:" + bob.did());
    assertThat(reply.getTowards()).containsExactly(new Towards("bluesky:" + ann.did(), "reply"));
    assertThat(reply.getInReplyTo()).hasValue(uri(old));
    assertThat(reply.getText()).isEqualTo("Where?");
    assertThat(activity(like).getKind()).isEqualTo("like");
    assertThat(activity(repost).getKind()).isEqualTo("announce");
    assertThat(activity(follow).getTowards())
        .containsExactly(new Towards("bluesky:" + bob.did(), "follow"));
  }

  @Test
  void whatIsDeletedIsDeletedHereToo() throws Exception {
    JsonNode post = ann.post("A mistake");
    open();
    until(() -> latest().containsKey(uri(post)));
    JsonNode like = bob.like(post);
    until(() -> latest().containsKey(uri(like)));

    bob.delete(like);
    ann.delete(post);
    until(() -> isDeleted(post) && isDeleted(like));

    assertThat(activity(post).getText()).isEmpty();
  }

  @Test
  void anAccountThatNobodyHereKnowsIsNotRead() throws Exception {
    open();
    ann.post("Hello");
    bob.post("Nothing to do with Ann");
    JsonNode last = ann.post("Good night");
    until(() -> latest().containsKey(uri(last)));

    assertThat(latest().values()).extracting(Activity::getActor).containsOnly(account(ann));
  }

  @Test
  void theHandleIsVerifiedInBothDirectionsAndItsFormerOnesAreKept() throws Exception {
    open();
    ann.profile("Ann Lee", "Frogs and ponds. https://ann.example.org");
    until(() -> profile(ann).getNames().contains("Ann Lee"));
    assertThat(profile(ann).getHandle()).hasValue(annHandle);
    assertThat(profile(ann).getLinks())
        .contains(
            new Link("https://" + annHandle, true), new Link("https://ann.example.org", false));

    String newHandle = "new-" + annHandle;
    ann.changeHandle(newHandle);
    until(() -> profile(ann).getHandle().filter(newHandle::equals).isPresent());

    assertThat(profile(ann).getFormerHandles()).containsExactly(annHandle);
    assertThat(profile(ann).getNames()).containsExactly("Ann Lee");
  }

  @Test
  void anAccountThatIsDeactivatedIsWithdrawnUntilItIsActiveAgain() throws Exception {
    JsonNode post = ann.post("Before a break");
    open();
    until(() -> latest().containsKey(uri(post)));

    ann.deactivate();
    until(() -> profile(ann).getDeleted());
    ann.activate();
    until(() -> !profile(ann).getDeleted());

    assertThat(isDeleted(post)).isFalse();
  }

  @Test
  void anAccountThatIsDeletedOrTakenDownTakesItsRecordsAlong() throws Exception {
    JsonNode post = ann.post("Soon gone");
    open();
    until(() -> latest().containsKey(uri(post)));
    JsonNode like = bob.like(post);
    until(() -> latest().containsKey(uri(like)));

    bob.takeDown();
    until(() -> isDeleted(like) && profile(bob).getDeleted());
    ann.deleteAccount();
    until(() -> isDeleted(post) && profile(ann).getDeleted());
  }

  @Test
  void aRestartLosesNothingAndDoublesNothing() throws Exception {
    open();
    untilAtRest(); // the repository is read before there is anything in it
    JsonNode before = ann.post("Before");
    until(() -> latest().containsKey(uri(before)));
    untilAtRest();
    int read = activities.size();

    close();
    JsonNode between = ann.post("While nobody reads");
    ann.delete(before);
    open();
    until(() -> latest().containsKey(uri(between)) && isDeleted(before));

    untilAtRest();

    assertThat(activities).hasSize(read + 2);
  }

  @Test
  void whatOthersDoBeforeTheFirstEventIsReadIsReadAfterARestart() throws Exception {
    JsonNode post = ann.post("Frogs are back");
    open();
    untilAtRest();

    close();
    JsonNode answer = bob.reply("Where?", post);
    open();
    until(() -> latest().containsKey(uri(answer)));

    assertThat(activities).hasSize(2);
  }

  @Test
  void aPageThatWasNotCommittedIsReadAgain() throws Exception {
    open();
    JsonNode first = ann.post("First");
    until(() -> latest().containsKey(uri(first)));
    JsonNode second = ann.post("Second");
    Cursor kept = cursor;
    Page lost = readUntilNews();

    close();
    open();
    cursor = kept;
    until(() -> latest().containsKey(uri(second)));

    assertThat(lost.activities()).extracting(Activity::getId).containsExactly(uri(second));
  }

  @Test
  void aCursorInTheFutureIsToldAndTheRepositoriesAreReadAgain() throws Exception {
    open();
    JsonNode kept = ann.post("Kept");
    JsonNode deleted = ann.post("Deleted while the numbers begin anew");
    until(() -> latest().containsKey(uri(kept)) && latest().containsKey(uri(deleted)));

    close();
    JsonNode between = ann.post("In between");
    ann.delete(deleted);
    ObjectNode wrong = (ObjectNode) new ObjectMapper().readTree(cursor.position());
    cursor = new Cursor(wrong.put("seq", 1_000_000_000L).toString());
    open();
    until(() -> latest().containsKey(uri(between)) && isDeleted(deleted));

    assertThat(unreadable).hasSize(1);
    assertThat(unreadable.getFirst().reason())
        .contains("expected the events after number 1000000000", "read again");
  }

  @Test
  void aWrongPasswordNeedsAPersonAndTheRightOneOpensASession() throws Exception {
    Path password = Files.writeString(state.resolve("password"), "not-the-password");
    URI pds = servers.orElseThrow().pds();
    var session =
        new AtpSession(
            TestSources.client(), account -> pds, annHandle, Secret.of("password", null, password));
    assertThatThrownBy(() -> session.query("com.atproto.server.getSession", Map.of()))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("expected an app password")
        .hasMessageNotContaining("not-the-password");

    Files.writeString(password, AtProtoAccount.PASSWORD);
    var answer = session.query("com.atproto.server.getSession", Map.of());

    assertThat(answer.body().path("did").asText()).isEqualTo(ann.did());
  }

  private void open() {
    close();
    var settings = TestSources.of(servers.orElseThrow(), ann.did(), null);
    connector =
        BlueskyConnectorFactory.connector(
            settings,
            TestSources.client(),
            RecordIndex.in(state.resolve("town.records")),
            BlueskyConnectorFactory.events(settings));
  }

  private BlueskyConnector connector() {
    return Objects.requireNonNull(connector);
  }

  /** Reads and commits until it is so. */
  private void until(BooleanSupplier isSo) throws Exception {
    long deadline = System.nanoTime() + SECONDS.toNanos();
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).as("read within 30 s").isLessThan(deadline);
      Page page = connector().read(cursor);
      activities.addAll(page.activities());
      profiles.addAll(page.profiles());
      unreadable.addAll(page.unreadable());
      connector().committed(page);
      cursor = page.next();
    }
  }

  private void untilAtRest() throws Exception {
    var last = new ArrayList<Cursor>();
    until(
        () -> {
          last.add(cursor);
          return last.size() > 1 && last.getLast().equals(last.get(last.size() - 2));
        });
  }

  private Page readUntilNews() throws Exception {
    Page page = connector().read(cursor);
    while (page.activities().isEmpty()) {
      connector().committed(page);
      cursor = page.next();
      page = connector().read(cursor);
    }
    return page;
  }

  /** The latest version of each activity. */
  private Map<String, Activity> latest() {
    Map<String, Activity> latest = new HashMap<>();
    for (Activity each : activities) {
      latest.merge(
          each.getId(), each, (a, b) -> RevisionOrder.order(a) > RevisionOrder.order(b) ? a : b);
    }
    return latest;
  }

  private Activity activity(JsonNode reference) {
    return Objects.requireNonNull(latest().get(uri(reference)));
  }

  private boolean isDeleted(JsonNode reference) {
    return latest().containsKey(uri(reference)) && activity(reference).getDeleted();
  }

  /** The latest profile; an empty one before there is any. */
  private Profile profile(AtProtoAccount whose) {
    return profiles.stream()
        .filter(profile -> profile.getAccount().equals(account(whose)))
        .reduce((a, b) -> RevisionOrder.order(a) > RevisionOrder.order(b) ? a : b)
        .orElseGet(() -> new ProfileMapper("town").named(account(whose), Instant.EPOCH));
  }

  private static String account(AtProtoAccount whose) {
    return "bluesky:" + whose.did();
  }

  private static String uri(JsonNode reference) {
    return reference.path("uri").asText();
  }
}
