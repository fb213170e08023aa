package dev.kith.ingest.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.settings.MailSettings;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.imap.MailClient;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import jakarta.mail.Flags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is true of a mailbox on every server. Mostly waits for it, so the tests wait together. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ImapScenarios extends ConnectorContract {
  private static final ImapConnector.PollIntervals AT_ONCE =
      new ImapConnector.PollIntervals(Duration.ZERO, Duration.ZERO, new PageLimits(2, 1_000_000));

  @TempDir Path folder;
  private @Nullable MailClient client;
  private @Nullable Connector last;

  /** How to reach a mailbox that nobody else uses; the same for all calls of a test. */
  abstract MailSettings.Imap settings() throws Exception;

  @BeforeEach
  void fillTheMailbox() throws Exception {
    var settings = settings();
    String user = Objects.requireNonNull(settings.user());
    client = new MailClient(settings.portOrDefault(), user, settings.secret());
    client().append("INBOX", 1);
    client().append("INBOX", "Subject: from nobody\n\nx\n");
    client().append("INBOX", 2);
    client().append("INBOX", 3);
    client().append("Sent", 4);
    client().append("Sent", 5);
    client().append("Trash", 8);
  }

  @AfterEach
  void leave() throws Exception {
    client().close();
  }

  final MailClient client() {
    if (client == null) {
      throw new AssertionError("expected a connection");
    }
    return client;
  }

  /** As after a restart: one reader at a time, all with the same memory. */
  @Override
  protected Connector connector() throws Exception {
    return connector(settings(), DeletionPolicy.FOLLOW, AT_ONCE);
  }

  private Connector connector(
      MailSettings.Imap settings, DeletionPolicy deletions, ImapConnector.PollIntervals rhythm)
      throws Exception {
    if (last != null) {
      last.close();
    }
    var reader = TestMails.parser(Visibility.PRIVATE, null);
    MessageLocationIndex places = MessageLocationIndex.in(folder.resolve("places"));
    last =
        new ImapConnector(
            "test", settings, reader, places, deletions, DiscardedPolicy.EXCLUDE, rhythm);
    return last;
  }

  @Test
  void everyFolderIsReadButTrash() throws Exception {
    assertThat(ids(readAll()))
        .containsExactly(
            "1@example.org", "2@example.org", "3@example.org", "4@example.org", "5@example.org");
  }

  @Test
  void nothingIsMarkedAsSeen() throws Exception {
    readAll();

    assertThat(client().seen("INBOX")).isZero();
  }

  @Test
  void aNewMailIsReadOnce() throws Exception {
    Cursor end = readAll().end();

    client().append("Sent", 6);

    assertThat(ids(readOn(end))).containsExactly("6@example.org");
  }

  @Test
  void aMovedMailIsNeitherDeletedNorPublishedTwice() throws Exception {
    Cursor end = readAll().end();

    client().move("INBOX", 1, "Archive");

    assertThat(readOn(end).activities())
        .noneMatch(Activity::getDeleted)
        .allMatch(mail -> mail.getId().equals("1@example.org") && mail.getRevision() == 0);
  }

  @Test
  void aMailInNoFolderAnyMoreIsDeleted() throws Exception {
    Cursor end = readAll().end();

    client().remove("INBOX", 2);

    var deletion = readOn(end).activities();
    assertThat(deletion).hasSize(1);
    assertThat(deletion.getFirst().getId()).isEqualTo("2@example.org");
    assertThat(deletion.getFirst().getDeleted()).isTrue();
    assertThat(deletion.getFirst().getActor()).isEqualTo("email:ann@example.org");
  }

  @Test
  void aTrashedMailIsDeletedUntilItIsRestored() throws Exception {
    Cursor end = readAll().end();
    client().move("INBOX", 3, "Trash");
    var gone = readOn(end);

    client().move("Trash", 3, "INBOX");

    var back = readOn(gone.end()).activities();
    assertThat(gone.activities()).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(back).hasSize(1).noneMatch(Activity::getDeleted);
    assertThat(back.getFirst().getRevision())
        .isGreaterThan(gone.activities().getFirst().getRevision());
  }

  @Test
  void aMailMarkedAsDeletedOrDraftIsNotRead() throws Exception {
    client().mark("INBOX", 2, Flags.Flag.DELETED, true);
    client().mark("Sent", 5, Flags.Flag.DRAFT, true);

    assertThat(ids(readAll())).containsExactly("1@example.org", "3@example.org", "4@example.org");
  }

  @Test
  void aMailMarkedLaterIsDeletedUntilTheMarkIsRemoved() throws Exception {
    Cursor end = readAll().end();
    client().mark("INBOX", 2, Flags.Flag.DELETED, true);
    var gone = readOn(end);

    client().mark("INBOX", 2, Flags.Flag.DELETED, false);

    var back = readOn(gone.end());
    assertThat(gone.activities()).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(ids(gone)).containsExactly("2@example.org");
    assertThat(ids(back)).containsExactly("2@example.org");
    assertThat(back.activities()).noneMatch(Activity::getDeleted);
    assertThat(back.activities().getFirst().getRevision())
        .isGreaterThan(gone.activities().getFirst().getRevision());
    assertThat(readOn(back.end()).activities()).isEmpty();
  }

  @Test
  void aRunningConnectorSeesMarks() throws Exception {
    var connector = connector();
    Cursor end = ReadThrough.of(connector, Cursor.START).end();
    client().mark("INBOX", 1, Flags.Flag.DRAFT, true);
    var gone = ReadThrough.of(connector, end);

    client().mark("INBOX", 1, Flags.Flag.DRAFT, false);

    assertThat(gone.activities()).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(ids(ReadThrough.of(connector, gone.end()))).containsExactly("1@example.org");
  }

  @Test
  void unreadableMailIsReportedWithFolderAndUid() throws Exception {
    assertThat(readAll().unreadable().getFirst().reason())
        .contains("UID 2")
        .contains("folder INBOX");
  }

  @Test
  void deletionsCanBeIgnored() throws Exception {
    var connector = connector(settings(), DeletionPolicy.IGNORE, AT_ONCE);
    Cursor end = ReadThrough.of(connector, Cursor.START).end();

    client().remove("INBOX", 2);

    assertThat(ReadThrough.of(connector, end).activities()).isEmpty();
  }

  @Test
  void aDeletionThatWasNotCommittedIsPublishedAgain() throws Exception {
    Cursor end = readAll().end();
    client().remove("INBOX", 2);
    var once = connector().read(end);

    var again = connector().read(end);

    assertThat(again.activities()).isEqualTo(once.activities()).hasSize(1);
  }

  @Test
  void ifTheIndexIsLostEverythingIsReadAgainAndRemovalsAreFollowed() throws Exception {
    Cursor end = readAll().end();
    if (last != null) {
      last.close();
    }
    Files.delete(folder.resolve("places"));
    var again = readOn(end);

    client().remove("INBOX", 2);

    assertThat(ids(again)).hasSize(5);
    assertThat(readOn(again.end()).activities()).hasSize(1).allMatch(Activity::getDeleted);
  }

  @Test
  void aNewUidValidityPublishesNothingTwice() throws Exception {
    Cursor end = readAll().end();

    client().drop("Sent");
    client().append("Sent", 4);
    client().append("Sent", 5);
    client().append("Sent", 6);

    assertThat(ids(readOn(end))).containsExactly("6@example.org");
  }

  @Test
  void aRenamedFolderPublishesNothingTwice() throws Exception {
    Cursor end = readAll().end();

    client().rename("Sent", "Old");

    assertThat(readOn(end).activities()).isEmpty();
  }

  @Test
  void theMailsOfADeletedFolderAreDeleted() throws Exception {
    Cursor end = readAll().end();

    client().drop("Sent");

    assertThat(readOn(end).activities())
        .allMatch(Activity::getDeleted)
        .extracting(Activity::getId)
        .containsExactlyInAnyOrder("4@example.org", "5@example.org");
  }

  @Test
  void onlyTheFoldersNamedAreRead() throws Exception {
    var connector = connector(with(settings(), List.of("Sent")), DeletionPolicy.FOLLOW, AT_ONCE);

    assertThat(ids(ReadThrough.of(connector, Cursor.START)))
        .containsExactly("4@example.org", "5@example.org");
  }

  @Test
  void foldersThatAreNotThereAreRefused() throws Exception {
    var connector = connector(with(settings(), List.of("None")), DeletionPolicy.FOLLOW, AT_ONCE);

    assertThatThrownBy(() -> connector.read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("imap.folders");
  }

  @Test
  void theServerReportsChanges() throws Exception {
    Cursor end = readAll().end();
    var patient =
        new ImapConnector.PollIntervals(
            Duration.ofSeconds(60), Duration.ofHours(1), AT_ONCE.limits());
    var connector = connector(settings(), DeletionPolicy.FOLLOW, patient);
    var page = new FutureTask<Page>(() -> connector.read(end));
    Thread.ofVirtual().start(page);

    client().append("INBOX", 7);

    assertThat(page.get(50, TimeUnit.SECONDS).activities())
        .extracting(Activity::getId)
        .containsExactly("7@example.org");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    var settings = settings();
    var wrong =
        new MailSettings.Imap(
            settings.host(),
            settings.port(),
            settings.user(),
            "wrong-password",
            null,
            settings.security(),
            settings.allowPlain(),
            settings.caCertificate(),
            List.of());
    var connector = connector(wrong, DeletionPolicy.FOLLOW, AT_ONCE);

    assertThatThrownBy(() -> connector.read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("imap.user")
        .hasMessageNotContaining("wrong-password");
  }

  static MailSettings.Imap with(MailSettings.Imap settings, List<String> folders) {
    return new MailSettings.Imap(
        settings.host(),
        settings.port(),
        settings.user(),
        settings.password(),
        null,
        settings.security(),
        settings.allowPlain(),
        settings.caCertificate(),
        folders);
  }

  final ReadThrough readAll() throws Exception {
    return ReadThrough.of(connector(), Cursor.START);
  }

  final ReadThrough readOn(Cursor cursor) throws Exception {
    return ReadThrough.of(connector(), cursor);
  }

  static List<String> ids(ReadThrough read) {
    return read.activities().stream().map(Activity::getId).toList();
  }
}
