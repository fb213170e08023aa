package dev.kith.ingest.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.Topic;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.runtime.journal.JournalException;
import dev.kith.ingest.runtime.journal.JournalSettings;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex;
import dev.kith.ingest.runtime.journal.SourceCheckpoint;
import dev.kith.ingest.runtime.journal.SourceEraser;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.SourceState;
import dev.kith.schemas.Towards;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is forgotten: exactly what only it has delivered is taken away. */
class SourceEraserIT {
  private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");

  private Workspace workspace = Workspace.of("unset:1", "mock://unset", "unset.");
  private PublishedActivityIndex published = PublishedActivityIndex.inMemory();

  @TempDir private Path folder;

  @BeforeEach
  void createTopics() throws Exception {
    workspace = Workspace.create("eraser-" + UUID.randomUUID() + ".");
    published = PublishedActivityIndex.in(folder.resolve("published"));
  }

  @Test
  void activitiesThatOnlyThisSourceDeliveredAreDeleted() throws Exception {
    publish("inbox", mail("own", "inbox", "ann", "bob"));
    publish("sent", mail("other", "sent", "cleo", "dan"));

    erase("inbox");

    assertThat(latest(workspace.topics().activities())).containsOnlyKeys("other");
  }

  @Test
  void anActivityOfTwoSourcesRemainsWithTheOtherSource() throws Exception {
    publish("sent", mail("both", "sent", "ann", "bob"));
    publish("inbox", mail("both", "inbox", "ann", "bob"));

    erase("inbox");

    Activity left = activity("both");
    assertThat(left.getSource()).isEqualTo("sent");
    assertThat(left.getOtherSources()).isEmpty();
  }

  @Test
  void anActivityIsDeletedWithTheLastOfItsSources() throws Exception {
    publish("sent", mail("both", "sent", "ann", "bob"));
    publish("inbox", mail("both", "inbox", "ann", "bob"));

    erase("sent");
    assertThat(latest(workspace.topics().activities())).containsOnlyKeys("both");
    erase("inbox");

    assertThat(latest(workspace.topics().activities())).isEmpty();
  }

  @Test
  void profilesAreDeletedUnlessARemainingActivityNamesTheAccount() throws Exception {
    publish("inbox", mail("own", "inbox", "ann", "bob"));
    publish("sent", mail("other", "sent", "bob", "cleo"));

    erase("inbox");

    assertThat(latest(workspace.topics().profiles()))
        .containsOnlyKeys("email:bob@example.org", "email:cleo@example.org");
  }

  @Test
  void whatOnlyTheSourceSaidOfAnAccountGoesAndWhatAnotherSaidStays() throws Exception {
    publish("sent", mail("other", "sent", "bob", "cleo"));
    publish("inbox", mail("own", "inbox", "bob", "ann"));

    erase("inbox");

    assertThat(latest(workspace.topics().profiles()).values())
        .extracting(Profile::getSource)
        .containsOnly("sent");
  }

  @Test
  void theOnlyProfileOfAnAccountStaysIfAnActivityThatStaysNamesIt() throws Exception {
    publish("inbox", mail("own", "inbox", "ann", "bob"));
    publishWithoutProfiles("sent", mail("other", "sent", "bob", "cleo"));

    erase("inbox");

    assertThat(latest(workspace.topics().profiles())).containsOnlyKeys("email:bob@example.org");
  }

  @Test
  void theCursorAndTheUnreadableItemsAreDeleted() throws Exception {
    publish("inbox", mail("own", "inbox", "ann", "bob"));
    publish("sent", mail("other", "sent", "cleo", "dan"));

    erase("inbox");

    assertThat(latest(workspace.topics().cursors())).containsOnlyKeys("sent");
    assertThat(latest(workspace.topics().unreadable())).containsOnlyKeys("sent");
  }

  @Test
  void aSourceThatIsAddedAgainIsReadFromItsBeginningAndNotMerged() throws Exception {
    publish("inbox", mail("own", "inbox", "ann", "bob"));
    erase("inbox");

    SourceCheckpoint start = publish("inbox", mail("own", "inbox", "ann", "cleo"));

    assertThat(start.cursor()).isEqualTo(Cursor.START);
    assertThat(activity("own").getTowards())
        .extracting(Towards::getAccount)
        .containsExactly("email:cleo@example.org");
  }

  @Test
  void erasingASecondTimeChangesNothing() throws Exception {
    publish("sent", mail("both", "sent", "ann", "bob"));
    publish("inbox", mail("both", "inbox", "ann", "bob"));
    erase("inbox");

    erase("inbox");

    assertThat(activity("both").getSource()).isEqualTo("sent");
  }

  @Test
  void sourcesThatEarlierVersionsDidNotStoreAreFoundInTheirRecords() throws Exception {
    publish("sent", mail("both", "sent", "ann", "bob"));
    published = PublishedActivityIndex.inMemory(); // knows of no other source
    publish("inbox", mail("both", "inbox", "ann", "bob"));

    erase("inbox");

    assertThat(activity("both").getSource()).isEqualTo("sent");
  }

  private void erase(String source) {
    new SourceEraser(JournalSettings.of(source, "eraser", workspace.kafka(), 20_000), published)
        .erase();
  }

  /** Publishes a mail with the profiles of its accounts and an unreadable item. */
  private SourceCheckpoint publish(String source, Activity mail) throws JournalException {
    return publish(
        source,
        mail,
        List.of(
            profile(source, mail.getActor()),
            profile(source, mail.getTowards().getFirst().getAccount())));
  }

  /** As if they were compacted away. */
  private void publishWithoutProfiles(String source, Activity mail) throws JournalException {
    publish(source, mail, List.of());
  }

  private SourceCheckpoint publish(String source, Activity mail, List<Profile> profiles)
      throws JournalException {
    var page =
        new Page(
            List.of(mail),
            profiles,
            List.of(new UnreadableItem(new byte[] {1}, "message/rfc822", "expected a header")),
            new Cursor("1"),
            OptionalLong.of(0));
    try (var journal = workspace.journal(source, UUID.randomUUID().toString(), published)) {
      SourceCheckpoint checkpoint = journal.open();
      journal.append(page, SourceStatus.unread(source, "mail", SourceState.AT_REST, null, MARCH));
      return checkpoint;
    }
  }

  private static Activity mail(String id, String source, String from, String to) {
    return Activity.newBuilder()
        .setId(id)
        .setNetwork("mail")
        .setSource(source)
        .setKind("mail")
        .setAt(MARCH)
        .setActor(account(from))
        .setTowards(List.of(new Towards(account(to), "to")))
        .setText("Spawn is in the pond.")
        .build();
  }

  private static Profile profile(String source, String account) {
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(0)
        .setNetwork("mail")
        .setSource(source)
        .setSeen(MARCH)
        .build();
  }

  private static String account(String name) {
    return "email:" + name + "@example.org";
  }

  private Activity activity(String id) {
    return Objects.requireNonNull(latest(workspace.topics().activities()).get(id), id);
  }

  private <V> Map<String, V> latest(Topic<String, V> topic) {
    Map<String, V> latest = new HashMap<>();
    workspace
        .committed(topic)
        .forEach(
            record -> {
              latest.remove(record.key());
              if (record.value() != null) {
                latest.put(record.key(), record.value());
              }
            });
    return latest;
  }
}
