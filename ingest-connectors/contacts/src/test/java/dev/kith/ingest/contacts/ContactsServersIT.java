package dev.kith.ingest.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.dav.DavServer;
import dev.kith.ingest.testkit.dav.DavServer.Program;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Radicale and Xandikos, while Ann makes, edits and deletes cards on them. */
@ParameterizedClass
@EnumSource(Program.class)
@Timeout(60)
class ContactsServersIT {
  private static final String ANN = "email:ann@example.org";
  private static final String BOB = "contact:friends/bob";

  private final Program program;
  @TempDir private Path folder;
  private DavServer server;
  private Cursor cursor = Cursor.START;

  ContactsServersIT(Program program) {
    this.program = program;
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(program.isInstalled(), "SKIPPED: there is no " + program + "; .ci/run installs it");
    server = DavServer.start(program, folder);
  }

  @AfterEach
  void stop() {
    if (server != null) { // null if it is not installed
      server.close();
    }
  }

  @Test
  void aCardThatIsMadeEditedAndDeletedIsFollowed() throws Exception {
    String book = server.makeAddressBook("friends");
    put(book, "bob", "Bob");
    put(book, "cat", "Cat");
    var made = read();
    put(book, "bob", "Robert");
    var edited = read();
    server.delete(book + "bob.vcf");
    var deleted = read();

    assertThat(made.profiles())
        .extracting(Profile::getAccount)
        .containsExactlyInAnyOrder(BOB, "contact:friends/cat", ANN);
    assertThat(made.activities()).extracting(Activity::getActor).containsExactly(ANN, ANN);
    assertThat(profile(edited).getNames()).containsExactly("Robert");
    assertThat(profile(edited).getRevision()).isGreaterThan(profile(made).getRevision());
    assertThat(profile(deleted).getDeleted()).isTrue();
    assertThat(profile(deleted).getRevision()).isGreaterThan(profile(edited).getRevision());
    assertThat(deleted.activities()).extracting(Activity::getDeleted).containsExactly(true);
    assertThat(read().pages()).allMatch(page -> page.profiles().isEmpty());
  }

  @Test
  void aDeletedAddressBookTakesItsCardsAway() throws Exception {
    String book = server.makeAddressBook("friends");
    String work = server.makeAddressBook("work");
    put(book, "bob", "Bob");
    put(work, "cat", "Cat");
    read();
    server.delete(book);

    var read = read();

    assertThat(read.profiles()).filteredOn(Profile::getDeleted).hasSize(1);
    assertThat(profile(read).getDeleted()).isTrue();
  }

  @Test
  void readingContinuesAfterTheServerWasStopped() throws Exception {
    String book = server.makeAddressBook("friends");
    put(book, "bob", "Bob");
    read();
    server.stop();
    server.start();
    put(book, "cat", "Cat");

    assertThat(read().activities())
        .extracting(Activity::getId)
        .containsExactly("contact:friends/cat");
  }

  @Test
  void aWrongPasswordNeedsAPerson() throws Exception {
    assumeTrue(program.hasPassword(), "it knows no passwords");
    try (var connector = connector("another")) {
      assertThatThrownBy(() -> connector.read(Cursor.START))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("set a new one");
    }
  }

  /** By another connector each time, as after a kill between two pages. */
  private ReadThrough read() throws Exception {
    try (var connector = connector(DavServer.PASSWORD)) {
      var read = ReadThrough.of(connector, cursor);
      cursor = read.end();
      return read;
    }
  }

  private Connector connector(String password) {
    var settings =
        new ContactsSettings(
            "friends",
            null,
            server.address(),
            DavServer.USER,
            password,
            null,
            "ann@example.org",
            "FR",
            Duration.ofSeconds(1));
    return ContactsConnectorFactory.connector(
        settings, LoopbackHttp.client(2), settings.owner(), InstantSource.system());
  }

  private void put(String book, String uid, String name) throws Exception {
    server.put(book + uid + ".vcf", "text/vcard", Cards.card(uid, name));
  }

  private static Profile profile(ReadThrough read) {
    return read.profiles().stream()
        .filter(profile -> profile.getAccount().equals(BOB))
        .findFirst()
        .orElseThrow();
  }
}
