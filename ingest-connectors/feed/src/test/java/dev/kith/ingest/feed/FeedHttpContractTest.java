package dev.kith.ingest.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.feed.document.FeedParser;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** What a server may do to a feed with a password, and to the feed of comments of its post. */
class FeedHttpContractTest extends HttpConnectorContract {
  @TempDir private Path folder;
  private int connectors;

  @Override
  protected void serve(WireMockServer recorded) {
    String post =
        TestFeeds.item(1, "Ann", "Frogs are back")
            .replace(
                "<category>",
                "<wfw:commentRss>" + recorded.baseUrl() + "/comments</wfw:commentRss><category>");
    recorded.stubFor(get("/feed").willReturn(feed(TestFeeds.rss(post))));
    recorded.stubFor(
        get("/comments").willReturn(feed(TestFeeds.rss(TestFeeds.item(2, "Bob", "Really?")))));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder feed(
      String body) {
    return aResponse()
        .withHeader("Content-Type", "application/rss+xml; charset=UTF-8")
        .withHeader("ETag", "\"" + body.hashCode() + "\"")
        .withBody(body);
  }

  @Override
  protected Connector connector(URI address, ConnectorHttpClient client) {
    var settings =
        new FeedSettings(
            "feed-town",
            address.resolve("/feed"),
            null,
            null,
            true,
            TestFeeds.SELDOM,
            TestFeeds.SELDOM,
            "ann",
            TOKEN,
            null,
            null);
    return new FeedConnector(
        settings,
        new DocumentClient(client, settings.credential(), InstantSource.system()),
        FeedParser::parse,
        PublishedItems.open(folder.resolve("items-" + connectors++)),
        null,
        InstantSource.system(),
        2);
  }
}
