package dev.kith.ingest.webdav;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DavClientTest {
  private static final String BOOK = "/ann/friends/";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final DavClient client = new DavClient(LoopbackHttp.client(), null);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void anItemWithTheVersionThatWasReadIsNotReturnedAgain() throws Exception {
    answerReports(listed("bob.vcf", "1") + listed("cat.vcf", "1"), "token-1");
    answerItems("bob.vcf", "cat.vcf");
    var first = client.changes(book(), SyncState.START, 10);
    var known = SyncState.START.after(first, Map.of(BOOK + "bob.vcf", "the note"));

    answerReports(listed("bob.vcf", "1") + listed("cat.vcf", "2"), "token-2");
    var second = client.changes(book(), known, 10);

    assertThat(first.items()).extracting(DavItem::body).containsExactly("bob.vcf", "cat.vcf");
    assertThat(known.items())
        .extractingByKey(BOOK + "bob.vcf")
        .extracting("note")
        .isEqualTo("the note");
    assertThat(second.items()).extracting(DavItem::href).containsExactly(BOOK + "cat.vcf");
    assertThat(second.token()).isEqualTo("token-2");
  }

  @Test
  void theTokenIsKeptUntilAllItemsAreReturned() throws Exception {
    answerReports(listed("bob.vcf", "1") + listed("cat.vcf", "1"), "token-1");
    answerItems("bob.vcf", "cat.vcf");

    var first = client.changes(book(), SyncState.START, 1);
    var second = client.changes(book(), SyncState.START.after(first, Map.of()), 1);

    assertThat(first.token()).isNull();
    assertThat(first.remaining()).isEqualTo(1);
    assertThat(second.items()).extracting(DavItem::body).containsExactly("cat.vcf");
    assertThat(second.token()).isEqualTo("token-1");
  }

  @Test
  void aReportInSeveralPartsIsReadToItsEnd() throws Exception {
    String truncated =
        "<response><href>%s</href><status>HTTP/1.1 507 Insufficient Storage</status></response>"
            .formatted(BOOK);
    answerReports(listed("bob.vcf", "1") + truncated, "token-1");
    server.stubFor(
        request("REPORT", anyUrl())
            .withRequestBody(containing("token-1"))
            .willReturn(multistatus(listed("cat.vcf", "1") + token("token-2"))));
    answerItems("bob.vcf", "cat.vcf");

    var changes = client.changes(book(), SyncState.START, 10);

    assertThat(changes.items()).hasSize(2);
    assertThat(changes.token()).isEqualTo("token-2");
  }

  @Test
  void withoutReportsOfChangesTheVersionsOfAllItemsAreCompared() throws Exception {
    server.stubFor(
        request("REPORT", anyUrl())
            .withRequestBody(containing("sync-collection"))
            .willReturn(aResponse().withStatus(501)));
    answerItems("bob.vcf", "cat.vcf");
    answerList(listed("bob.vcf", "1") + listed("cat.vcf", "1"));
    var known = SyncState.START.after(client.changes(book(), SyncState.START, 10), Map.of());

    answerList(listed("cat.vcf", "2"));
    var changes = client.changes(book(), known, 10);

    assertThat(changes.items()).extracting(DavItem::href).containsExactly(BOOK + "cat.vcf");
    assertThat(changes.removed()).containsExactly(BOOK + "bob.vcf");
    assertThat(changes.token()).isNull();
  }

  @Test
  void anInvalidTokenMakesTheClientCompareEverything() throws Exception {
    answerReports(listed("bob.vcf", "1") + listed("cat.vcf", "1"), "token-1");
    answerItems("bob.vcf", "cat.vcf");
    var known = SyncState.START.after(client.changes(book(), SyncState.START, 10), Map.of());
    answerReports(listed("bob.vcf", "1"), "token-2");
    for (int status : List.of(403, 409, 500)) {
      server.stubFor(
          request("REPORT", anyUrl())
              .withRequestBody(containing("token-1"))
              .willReturn(aResponse().withStatus(status)));

      var changes = client.changes(book(), known, 10);

      assertThat(changes.items()).isEmpty();
      assertThat(changes.removed()).containsExactly(BOOK + "cat.vcf");
      assertThat(changes.token()).isEqualTo("token-2");
    }
  }

  @Test
  void anItemThatIsListedButNotGivenHasNoBody() throws Exception {
    answerReports(listed("bob.vcf", "1") + listed("cat.vcf", "1"), "token-1");
    answerItems("bob.vcf");

    var changes = client.changes(book(), SyncState.START, 10);

    assertThat(changes.items()).extracting(DavItem::body).containsExactly("bob.vcf", null);
  }

  @Test
  void pathsWithBlanksAreTheSameInEachEncoding() throws Exception {
    answerReports(listed("bob%20b.vcf", "1"), "token-1");
    answerItems("bob b.vcf");

    var changes = client.changes(book(), SyncState.START, 10);

    assertThat(changes.items())
        .containsExactly(
            new DavItem(BOOK + "bob b.vcf", changes.items().getFirst().etag(), "bob b.vcf"));
  }

  @Test
  void aDocumentTypeDeclarationIsRefused() {
    String attack =
        """
        <!DOCTYPE multistatus [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <multistatus xmlns="DAV:"><sync-token>&x;</sync-token></multistatus>
        """;
    server.stubFor(
        request("REPORT", anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(207)
                    .withHeader("Content-Type", "application/xml")
                    .withBody(attack)));

    assertThatThrownBy(() -> client.changes(book(), SyncState.START, 10))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("expected a multistatus document");
  }

  @Test
  void aServerWithoutUsersNeedsTheAddressOfACollection() {
    server.stubFor(
        request("PROPFIND", anyUrl())
            .willReturn(multistatus("<response><href>/</href></response>")));

    assertThatThrownBy(
            () -> client.collections(URI.create(server.baseUrl()), DavCollectionType.ADDRESS_BOOK))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("set the address of one collection");
  }

  @Test
  void theCursorOfThousandsOfItemsIsSmall() throws Exception {
    var items = items(5_000);
    SyncCursor cursor = SyncCursor.parse(Cursor.START, 7);
    var written = cursor.with(BOOK, new SyncState("token", items)).toCursor();

    assertThat(written.position()).hasSizeLessThan(350_000);
    assertThat(SyncCursor.parse(written, 8).since()).isEqualTo(7);
    assertThat(SyncCursor.parse(written, 8).state(BOOK).items()).isEqualTo(items);
  }

  @Test
  void aSourceWithTooManyItemsNeedsAPerson() throws Exception {
    SyncCursor cursor = SyncCursor.parse(Cursor.START, 7);
    var large = cursor.with(BOOK, new SyncState("token", items(30_000)));

    assertThatThrownBy(large::toCursor)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("add a source for each collection");
  }

  private static NavigableMap<String, SyncedItem> items(int count) {
    NavigableMap<String, SyncedItem> items = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String uid = UUID.nameUUIDFromBytes(Integer.toString(i).getBytes(UTF_8)).toString();
      items.put(BOOK + uid + ".vcf", new SyncedItem(Fingerprints.of("etag " + i), uid));
    }
    return items;
  }

  private DavCollection book() {
    return new DavCollection(
        DavCollectionType.ADDRESS_BOOK, URI.create(server.baseUrl() + BOOK), "friends");
  }

  private void answerReports(String resources, String token) {
    server.stubFor(
        request("REPORT", anyUrl())
            .withRequestBody(containing("sync-collection"))
            .willReturn(multistatus(resources + token(token))));
  }

  private void answerList(String resources) {
    server.stubFor(request("PROPFIND", anyUrl()).willReturn(multistatus(resources)));
  }

  private void answerItems(String... names) {
    var items = new StringBuilder();
    for (String name : names) {
      items.append(resource(name, "<C:address-data>%s</C:address-data>".formatted(name)));
    }
    server.stubFor(
        request("REPORT", anyUrl())
            .withRequestBody(containing("addressbook-multiget"))
            .willReturn(multistatus(items.toString())));
  }

  private static ResponseDefinitionBuilder multistatus(String content) {
    return aResponse()
        .withStatus(207)
        .withHeader("Content-Type", "application/xml; charset=utf-8")
        .withBody(
            "<multistatus xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:carddav\">"
                + content
                + "</multistatus>");
  }

  private static String listed(String name, String etag) {
    return resource(name, "<getetag>\"%s\"</getetag>".formatted(etag));
  }

  private static String resource(String name, String property) {
    return """
    <response><href>%s%s</href><propstat><prop>%s</prop>
    <status>HTTP/1.1 200 OK</status></propstat></response>
    """
        .formatted(BOOK, name, property);
  }

  private static String token(String token) {
    return "<sync-token>%s</sync-token>".formatted(token);
  }
}
