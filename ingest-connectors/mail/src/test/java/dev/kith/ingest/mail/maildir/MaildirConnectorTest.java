package dev.kith.ingest.mail.maildir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirConnectorTest extends ConnectorContract {
  @TempDir Path folder;
  private @Nullable Connector last;
  private DiscardedPolicy discarded = DiscardedPolicy.EXCLUDE;

  @BeforeEach
  void makeMaildir() throws IOException {
    for (String name : List.of("", ".Sent", ".Trash")) {
      for (String state : List.of("cur", "new", "tmp")) {
        Files.createDirectories(maildir().resolve(name).resolve(state));
      }
    }
    deliver("cur/1700000001.a.host:2,S", 1);
    deliver("new/1700000002.b.host", 2);
    Files.writeString(maildir().resolve("cur/1700000003.c.host:2,S"), "\u0000\u0001");
    deliver(".Sent/cur/1700000004.d.host:2,S", 4);
    deliver("cur/1700000005.e.host:2,", 5);
    deliver("cur/1700000006.f.host:2,ST", 6);
    deliver(".Trash/cur/1700000007.g.host:2,S", 7);
    deliver("tmp/1700000008.h.host", 8);
  }

  /** As after a restart: one reader at a time, all with the same memory. */
  @Override
  protected Connector connector() throws Exception {
    if (last != null) {
      last.close();
    }
    var reader =
        new MailParser("test", Visibility.PRIVATE, null, discarded, InstantSource.system());
    MessageLocationIndex places =
        MessageLocationIndex.in(folder.resolve("state").resolve("places"));
    last =
        new MaildirConnector(
            "test",
            maildir(),
            reader,
            places,
            DeletionPolicy.FOLLOW,
            discarded,
            new PageLimits(2, 1_000_000));
    return last;
  }

  @Test
  void readsMailThatIsNeitherTrashedNorBeingDelivered() throws Exception {
    assertThat(ids(ReadThrough.of(connector(), Cursor.START)))
        .containsExactly("1@example.org", "2@example.org", "4@example.org", "5@example.org");
  }

  @Test
  void markingAsReadChangesNothing() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();

    move("new/1700000002.b.host", "cur/1700000002.b.host:2,S");

    assertThat(ReadThrough.of(connector(), end).pages()).hasSize(1);
  }

  @Test
  void mailDeliveredLaterIsRead() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();

    deliver("new/1600000000.old.host", 9);

    assertThat(ids(ReadThrough.of(connector(), end))).containsExactly("9@example.org");
  }

  @Test
  void removedAndTrashedMailIsDeleted() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();

    Files.delete(maildir().resolve("cur/1700000001.a.host:2,S"));
    move("cur/1700000005.e.host:2,", "cur/1700000005.e.host:2,T");

    var deletions = ReadThrough.of(connector(), end).activities();
    assertThat(deletions).allMatch(Activity::getDeleted).allMatch(mail -> mail.getRevision() > 0);
    assertThat(deletions).extracting(Activity::getActor).containsOnly("email:ann@example.org");
    assertThat(deletions)
        .extracting(Activity::getId)
        .containsExactlyInAnyOrder("1@example.org", "5@example.org");
  }

  @Test
  void aMovedMailIsNotDeleted() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();

    move("cur/1700000001.a.host:2,S", ".Sent/cur/1700000001.a.host:2,S");

    assertThat(ReadThrough.of(connector(), end).activities()).noneMatch(Activity::getDeleted);
  }

  @Test
  void aRestoredMailIsPublishedAgain() throws Exception {
    var connector = connector();
    Cursor end = ReadThrough.of(connector, Cursor.START).end();
    move("cur/1700000001.a.host:2,S", ".Trash/cur/1700000001.a.host:2,S");
    var gone = ReadThrough.of(connector, end);

    move(".Trash/cur/1700000001.a.host:2,S", "cur/1700000001.a.host:2,S");

    var back = ReadThrough.of(connector, gone.end()).activities();
    assertThat(back).hasSize(1);
    assertThat(back.getFirst().getDeleted()).isFalse();
    assertThat(back.getFirst().getRevision())
        .isGreaterThan(gone.activities().getFirst().getRevision());
  }

  @Test
  void draftsAndFoldersOfDiscardedMailAreNotRead() throws Exception {
    for (String name :
        List.of(".Drafts", ".INBOX.Junk", ".Entw&APw-rfe", ".Papelera", ".&BBoEPgRABDcEOAQ9BDA-")) {
      for (String state : List.of("cur", "new", "tmp")) {
        Files.createDirectories(maildir().resolve(name).resolve(state));
      }
      deliver(name + "/cur/1700000009.i.host:2,S", 9);
    }
    deliver("cur/1700000010.j.host:2,DS", 9);

    assertThat(ids(ReadThrough.of(connector(), Cursor.START)))
        .hasSize(4)
        .doesNotContain("9@example.org");
    discarded = DiscardedPolicy.INCLUDE;
    assertThat(ids(ReadThrough.of(connector(), Cursor.START)))
        .contains("6@example.org", "7@example.org", "9@example.org");
  }

  @Test
  void aMailMarkedAsDraftLaterIsDeletedUntilTheMarkIsRemoved() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();
    move("cur/1700000005.e.host:2,", "cur/1700000005.e.host:2,D");
    var gone = ReadThrough.of(connector(), end);

    move("cur/1700000005.e.host:2,D", "cur/1700000005.e.host:2,S");

    var back = ReadThrough.of(connector(), gone.end()).activities();
    assertThat(gone.activities()).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(back).hasSize(1).noneMatch(Activity::getDeleted);
  }

  @Test
  void unreadableMailIsReportedWithItsFile() throws Exception {
    assertThat(ReadThrough.of(connector(), Cursor.START).unreadable().getFirst().reason())
        .contains("cur/1700000003.c.host:2,S");
  }

  @Test
  void aDeletionThatWasNotCommittedIsPublishedAgain() throws Exception {
    var connector = connector();
    Cursor end = ReadThrough.of(connector, Cursor.START).end();
    Files.delete(maildir().resolve("cur/1700000001.a.host:2,S"));
    var once = connector.read(end);

    var again = connector().read(end);

    assertThat(again.activities()).isEqualTo(once.activities()).hasSize(1);
  }

  @Test
  void aFolderThatIsNoMaildirIsRefused() throws Exception {
    var connector = connector();
    Files.move(maildir(), folder.resolve("elsewhere"));

    assertThatThrownBy(() -> connector.read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("expected a Maildir");
  }

  @Test
  void anIndexThatCannotBeWrittenIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    var reader = TestMails.parser(Visibility.PRIVATE, null);
    try (var connector =
        new MaildirConnector(
            "test",
            maildir(),
            reader,
            MessageLocationIndex.in(file.resolve("locations")),
            DeletionPolicy.FOLLOW,
            DiscardedPolicy.EXCLUDE,
            PageLimits.DEFAULT)) {
      assertThatThrownBy(() -> connector.read(Cursor.START))
          .isInstanceOf(SourceException.Refused.class)
          .hasMessageContaining("setting state");
    }
  }

  private Path maildir() {
    return folder.resolve("Maildir");
  }

  private void deliver(String file, int number) throws IOException {
    String at = "Tue, 5 Mar 2024 10:0" + number + ":00 +0000";
    Files.writeString(
        maildir().resolve(file), TestMails.plain(number + "@example.org", at, "Text " + number));
  }

  private void move(String from, String to) throws IOException {
    Files.move(maildir().resolve(from), maildir().resolve(to));
  }

  private static List<String> ids(ReadThrough read) {
    return read.activities().stream().map(Activity::getId).toList();
  }
}
