package dev.kith.ingest.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import dev.kith.ingest.testkit.dav.DavServer;
import dev.kith.ingest.testkit.dav.DavServer.Program;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Radicale and Xandikos, while somebody changes an address book on them. */
@ParameterizedClass
@EnumSource(Program.class)
@Timeout(60)
class DavServersIT {
  private static final String MEDIA_TYPE = "text/vcard";

  private final Program program;
  @TempDir private Path folder;
  private DavServer server;
  private DavClient client;

  DavServersIT(Program program) {
    this.program = program;
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(program.isInstalled(), "SKIPPED: there is no " + program + "; .ci/run installs it");
    server = DavServer.start(program, folder);
    Secret password = Secret.of("password", DavServer.PASSWORD, null);
    // Radicale closes a connection after an error without saying so.
    client =
        new DavClient(
            LoopbackHttp.client(2), Credential.basic(server.address(), DavServer.USER, password));
  }

  @AfterEach
  void stop() {
    if (server != null) { // null if it is not installed
      server.close();
    }
  }

  @Test
  void collectionsAreFoundFromTheAddressOfTheServerAlone() throws Exception {
    String friends = server.makeAddressBook("friends");
    String town = server.makeCalendar("town");

    var books = client.collections(server.address(), DavCollectionType.ADDRESS_BOOK);
    var calendars = client.collections(server.address(), DavCollectionType.CALENDAR);
    var one = client.collections(server.address().resolve(friends), DavCollectionType.ADDRESS_BOOK);

    assertThat(books).extracting(DavCollection::name).contains("friends");
    assertThat(calendars).extracting(book -> book.address().getPath()).contains(town);
    assertThat(one).extracting(book -> book.address().getPath()).containsExactly(friends);
  }

  @Test
  void newChangedAndDeletedItemsAreFound() throws Exception {
    String path = server.makeAddressBook("friends");
    DavCollection book = book(path);
    server.put(path + "bob.vcf", MEDIA_TYPE, card("bob", "Bob"));
    server.put(path + "cat.vcf", MEDIA_TYPE, card("cat", "Cat"));

    DavChanges first = client.changes(book, SyncState.START, 10);
    SyncState state = SyncState.START.after(first, Map.of());
    server.put(path + "bob.vcf", MEDIA_TYPE, card("bob", "Robert"));
    server.delete(path + "cat.vcf");
    DavChanges second = client.changes(book, state, 10);
    DavChanges third = client.changes(book, state.after(second, Map.of()), 10);

    assertThat(names(first)).containsExactly("Bob", "Cat");
    assertThat(first.token()).isNotNull();
    assertThat(names(second)).containsExactly("Robert");
    assertThat(second.removed()).containsExactly(path + "cat.vcf");
    assertThat(third.isEmpty()).isTrue();
  }

  @Test
  void anInvalidTokenLosesAndDoublesNothing() throws Exception {
    String path = server.makeAddressBook("friends");
    DavCollection book = book(path);
    server.put(path + "bob.vcf", MEDIA_TYPE, card("bob", "Bob"));
    server.put(path + "cat.vcf", MEDIA_TYPE, card("cat", "Cat"));
    SyncState read = SyncState.START.after(client.changes(book, SyncState.START, 10), Map.of());
    server.delete(path + "cat.vcf");
    server.put(path + "dan.vcf", MEDIA_TYPE, card("dan", "Dan"));

    for (String token :
        List.of("not-a-token", "http://radicale.org/ns/sync/0000", "0".repeat(40))) {
      DavChanges changes = client.changes(book, new SyncState(token, read.items()), 10);

      assertThat(names(changes)).containsExactly("Dan");
      assertThat(changes.removed()).containsExactly(path + "cat.vcf");
    }
  }

  private DavCollection book(String path) throws Exception {
    return client
        .collections(server.address().resolve(path), DavCollectionType.ADDRESS_BOOK)
        .getFirst();
  }

  private static List<String> names(DavChanges changes) {
    return changes.items().stream()
        .map(item -> String.valueOf(item.body()).replaceAll("(?s).*\nFN:([^\r\n]*).*", "$1"))
        .toList();
  }

  private static String card(String uid, String name) {
    return """
    BEGIN:VCARD
    VERSION:3.0
    UID:%s
    FN:%s
    N:%s;;;;
    END:VCARD
    """
        .formatted(uid, name, name);
  }
}
