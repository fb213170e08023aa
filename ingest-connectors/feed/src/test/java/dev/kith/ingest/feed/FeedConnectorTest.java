package dev.kith.ingest.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import dev.kith.schemas.Activity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FeedConnectorTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final Duration POLL = Duration.ofMinutes(15);

  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder;
  private Instant now = NOW;
  private FeedConnector connector;
  private Cursor cursor = Cursor.START;

  @BeforeEach
  void open() {
    connector = opened();
  }

  @AfterEach
  void close() {
    connector.close();
  }

  private FeedConnector opened() {
    return TestFeeds.connector(
        TestFeeds.settings(at("/feed"), POLL, Duration.ofDays(1)),
        LoopbackHttp.client(),
        folder.resolve("items"),
        () -> now);
  }

  private static URI at(String path) {
    return URI.create(SERVER.baseUrl() + path);
  }

  private static void serve(String body) {
    SERVER.stubFor(get("/feed").willReturn(ok(body)));
  }

  /** Everything that is new after a poll. */
  private List<Activity> news() throws Exception {
    now = now.plus(POLL).plusSeconds(1);
    ReadThrough read = ReadThrough.of(connector, cursor);
    cursor = read.end();
    return read.activities();
  }

  private static List<String> ids(List<Activity> activities) {
    return activities.stream()
        .map(each -> each.getId().replaceFirst(".*#", "") + (each.getDeleted() ? " deleted" : ""))
        .toList();
  }

  @Test
  void anItemIsReadOnceAndAnEditIsALaterRevision() throws Exception {
    serve(TestFeeds.rss(TestFeeds.item(2, "Bob", "Where?"), TestFeeds.item(1, "Ann", "Frogs")));
    assertThat(ids(news())).containsExactly("town-1", "town-2");
    assertThat(news()).isEmpty();

    serve(TestFeeds.rss(TestFeeds.item(2, "Bob", "Here!"), TestFeeds.item(1, "Ann", "Frogs")));
    List<Activity> edited = news();

    assertThat(ids(edited)).containsExactly("town-2");
    assertThat(edited.getFirst().getRevision()).isEqualTo(now.toEpochMilli());
    assertThat(edited.getFirst().getText()).isEqualTo("Here!");
  }

  @Test
  void anUnchangedFeedIsRequestedConditionallyAlsoAfterARestart() throws Exception {
    String feed = TestFeeds.rss(TestFeeds.item(1, "Ann", "Frogs"));
    SERVER.stubFor(
        get("/feed")
            .willReturn(ok(feed).withHeader("ETag", "\"7\"").withHeader("Last-Modified", "x")));
    SERVER.stubFor(
        get("/feed").withHeader("If-None-Match", equalTo("\"7\"")).willReturn(status(304)));
    news();
    connector.close();
    connector = opened();

    assertThat(news()).isEmpty();
    SERVER.verify(
        getRequestedFor(urlEqualTo("/feed")).withHeader("If-Modified-Since", equalTo("x")));
  }

  @Test
  void anItemThatLeavesTheWindowIsNotDeleted() throws Exception {
    serve(TestFeeds.rss(TestFeeds.item(2, "Bob", "Where?"), TestFeeds.item(1, "Ann", "Frogs")));
    news();

    serve(TestFeeds.rss(TestFeeds.item(3, "Cat", "Here"), TestFeeds.item(2, "Bob", "Where?")));

    assertThat(ids(news())).containsExactly("town-3");
  }

  @Test
  void anItemThatIsMissingAndWhosePageIsGoneIsDeleted() throws Exception {
    serve(
        TestFeeds.rss(
            TestFeeds.item(3, "Cat", "Here"),
            TestFeeds.item(2, "Bob", "Where?"),
            TestFeeds.item(1, "Ann", "Frogs")));
    news();
    SERVER.stubFor(get("/notes/2").willReturn(status(404)));
    SERVER.stubFor(get("/notes/3").willReturn(ok("still there")));

    serve(TestFeeds.rss(TestFeeds.item(1, "Ann", "Frogs")));

    assertThat(ids(news())).containsExactly("town-2 deleted");
    serve(TestFeeds.rss(TestFeeds.item(2, "Bob", "Where?"), TestFeeds.item(1, "Ann", "Frogs")));
    assertThat(news()).extracting(Activity::getDeleted).containsExactly(false);
  }

  @Test
  void aSweepFindsARemovedPageOfAnItemThatHasLeftTheFeed() throws Exception {
    serve(TestFeeds.rss(TestFeeds.item(1, "Ann", "Frogs")));
    news();
    serve(TestFeeds.rss(TestFeeds.item(2, "Bob", "Where?")));
    SERVER.stubFor(get("/notes/2").willReturn(ok("there")));
    SERVER.stubFor(get("/notes/1").willReturn(ok("there")));
    assertThat(ids(news())).containsExactly("town-2");
    now = now.plus(Duration.ofDays(2));
    assertThat(news()).isEmpty();

    SERVER.stubFor(get("/notes/1").willReturn(status(410)));
    now = now.plus(Duration.ofDays(2));

    assertThat(ids(news())).containsExactly("town-1 deleted");
  }

  @Test
  void aCompleteFeedDeletesWhatItNoLongerLists() throws Exception {
    String complete = "<fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/>";
    serve(TestFeeds.rss(complete, TestFeeds.item(2, "Bob", "b"), TestFeeds.item(1, "Ann", "a")));
    news();

    serve(TestFeeds.rss(complete, TestFeeds.item(2, "Bob", "b")));

    assertThat(ids(news())).containsExactly("town-1 deleted");
  }

  @Test
  void aPermanentRedirectIsFollowedFromThenOn() throws Exception {
    SERVER.stubFor(get("/feed").willReturn(permanentRedirect("/new")));
    SERVER.stubFor(get("/new").willReturn(ok(TestFeeds.rss(TestFeeds.item(1, "Ann", "Frogs")))));
    List<Activity> read = news();
    news();

    assertThat(read)
        .extracting(Activity::getActor)
        .containsExactly("feed:localhost:" + SERVER.getPort() + "/feed#ann");
    SERVER.verify(1, getRequestedFor(urlEqualTo("/feed")));
  }

  @Test
  void aFeedThatIsGoneNeedsAPerson() {
    SERVER.stubFor(get("/feed").willReturn(status(410)));

    assertThatThrownBy(this::news)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("removed for good");
  }

  @Test
  void aPageThatIsNoFeedIsTriedAgain() {
    SERVER.stubFor(
        get("/feed").willReturn(aResponse().withBody("<html><p>Maintenance</p></html>")));

    assertThatThrownBy(this::news)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("expected RSS, Atom, RDF, CDF or JSON Feed");
  }

  @Test
  void aPageThatWasNotCommittedBeforeAKillIsReadAgain() throws Exception {
    serve(TestFeeds.rss(TestFeeds.item(2, "Bob", "b"), TestFeeds.item(1, "Ann", "a")));
    connector.read(Cursor.START);
    connector.close();
    connector = opened();

    assertThat(ids(news())).containsExactly("town-1", "town-2");
  }
}
