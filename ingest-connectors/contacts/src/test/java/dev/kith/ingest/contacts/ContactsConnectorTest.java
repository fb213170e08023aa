package dev.kith.ingest.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.contacts.book.AddressBookFolder;
import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsConnectorTest {
  private static final String BOB = "contact:friends/bob";
  private static final String ANN = "email:ann@example.org";

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-12-01T10:00:00Z");
  private Cursor cursor = Cursor.START;

  @Test
  void theOwnerKnowsEachPersonInTheAddressBook() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));

    var read = read();

    assertThat(read.profiles()).extracting(Profile::getAccount).containsExactly(BOB, ANN);
    Activity contact = read.activities().getFirst();
    assertThat(contact.getKind()).isEqualTo("contact");
    assertThat(contact.getActor()).isEqualTo(ANN);
    assertThat(contact.getTowards().getFirst().getAccount()).isEqualTo(BOB);
    assertThat(contact.getTowards().getFirst().getKind()).isEqualTo("contact");
    assertThat(contact.getAt()).isEqualTo("2026-03-04T05:06:07Z");
  }

  @Test
  void anEditedCardIsANewRevision() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob") + Cards.card("cat", "Cat"));
    long before = read().profiles().getFirst().getRevision();
    write("friends.vcf", Cards.card("bob", "Robert") + Cards.card("cat", "Cat"));

    var read = read();

    assertThat(read.profiles()).extracting(Profile::getAccount).containsOnly(BOB, ANN);
    assertThat(read.profiles().getFirst().getNames()).containsExactly("Robert");
    assertThat(read.profiles().getFirst().getRevision()).isGreaterThan(before);
    assertThat(read.activities()).noneMatch(Activity::getDeleted);
  }

  @Test
  void aDeletedCardTakesItsProfileAndTheActivityOfTheOwnerAway() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob") + Cards.card("cat", "Cat"));
    var before = read();
    write("friends.vcf", Cards.card("cat", "Cat"));

    var read = read();

    Profile profile = read.profiles().getFirst();
    assertThat(profile.getAccount()).isEqualTo(BOB);
    assertThat(profile.getDeleted()).isTrue();
    assertThat(profile.getRevision()).isGreaterThan(before.profiles().getFirst().getRevision());
    Activity deletion = read.activities().getFirst();
    assertThat(before.activities()).extracting(Activity::getId).contains(deletion.getId());
    assertThat(deletion.getDeleted()).isTrue();
    assertThat(read.activities()).hasSize(1);
  }

  @Test
  void aCardInAnotherFileIsTheSameCard() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob") + Cards.card("cat", "Cat"));
    read();
    write("work.vcf", Cards.card("bob", "Bob"));
    read();
    write("friends.vcf", Cards.card("cat", "Cat"));

    assertThat(read().profiles()).noneMatch(Profile::getDeleted);
  }

  @Test
  void theCardsOfADeletedFileAreDeleted() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));
    write("work.vcf", Cards.card("cat", "Cat"));
    read();
    Files.delete(folder.resolve("friends.vcf"));

    assertThat(read().profiles())
        .filteredOn(Profile::getDeleted)
        .extracting(Profile::getAccount)
        .containsExactly(BOB);
  }

  @Test
  void aFolderWithoutFilesDeletesNothing() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));
    read();
    Files.delete(folder.resolve("friends.vcf"));

    assertThatThrownBy(this::read).isInstanceOf(Unavailable.class);
  }

  @Test
  void aFileThatIsNoAddressBookAnyMoreIsSetAsideAndDeletesNothing() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));
    read();
    write("friends.vcf", "<html>Sign in</html>");

    var read = read();

    assertThat(read.profiles()).isEmpty();
    assertThat(read.unreadable()).hasSize(1);
    write("friends.vcf", Cards.card("cat", "Cat"));
    assertThat(read().profiles()).anyMatch(p -> p.getDeleted() && p.getAccount().equals(BOB));
  }

  @Test
  void aCardThatBecomesThatOfACompanyIsNobodyTheOwnerKnows() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));
    read();
    write("friends.vcf", Cards.card("bob", "Bob").replace("REV:", "X-ABShowAs:COMPANY\nREV:"));

    var read = read();

    assertThat(read.activities()).extracting(Activity::getDeleted).containsExactly(true);
    assertThat(read.profiles()).noneMatch(Profile::getDeleted);
  }

  @Test
  void withoutOwnerThereAreOnlyProfiles() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));

    try (var connector = connector(null)) {
      var read = ReadThrough.of(connector, Cursor.START);

      assertThat(read.activities()).isEmpty();
      assertThat(read.profiles()).extracting(Profile::getAccount).containsExactly(BOB);
    }
  }

  @Test
  void theSourceIsNotReadAgainBeforeItsPollIsOver() throws Exception {
    write("friends.vcf", Cards.card("bob", "Bob"));
    try (var connector = connector("ann@example.org")) {
      Cursor end = ReadThrough.of(connector, Cursor.START).end();
      write("friends.vcf", Cards.card("bob", "Robert"));

      assertThat(connector.read(end).isEmptyAfter(end)).isTrue();
      now = now.plus(Duration.ofMinutes(1));
      Page page = connector.read(end);

      assertThat(page.profiles().getFirst().getNames()).containsExactly("Robert");
    }
  }

  /** Another process each time, as after a kill. */
  private ReadThrough read() throws Exception {
    now = now.plusSeconds(1);
    try (var connector = connector("ann@example.org")) {
      var read = ReadThrough.of(connector, cursor);
      cursor = read.end();
      return read;
    }
  }

  private ContactsConnector connector(@Nullable String owner) {
    return new ContactsConnector(
        "friends",
        new AddressBookFolder(folder),
        new CardMapper("friends", owner, null),
        Duration.ofMinutes(1),
        () -> now);
  }

  private void write(String name, String... cards) throws Exception {
    Path file = Files.writeString(folder.resolve(name), String.join("", List.of(cards)));
    Files.setLastModifiedTime(file, FileTime.from(now));
  }
}
