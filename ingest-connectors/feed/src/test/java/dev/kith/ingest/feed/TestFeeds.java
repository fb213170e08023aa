package dev.kith.ingest.feed;

import dev.kith.ingest.feed.document.FeedParser;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.ingest.http.ConnectorHttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Feeds with a few items, and connectors that read them. */
final class TestFeeds {
  static final String SOURCE = "feed-town";
  static final Duration SELDOM = Duration.ofDays(7);
  static final Duration ALWAYS = Duration.ofNanos(1);

  private TestFeeds() {}

  static FeedSettings settings(URI url, Duration poll, Duration sweep) {
    return settings(url, null, poll, sweep);
  }

  static FeedSettings settings(
      @Nullable URI url, @Nullable Path location, Duration poll, Duration sweep) {
    return new FeedSettings(SOURCE, url, location, null, null, poll, sweep, null, null, null, null);
  }

  static FeedConnector connector(
      FeedSettings settings, ConnectorHttpClient http, Path state, InstantSource clock) {
    return new FeedConnector(
        settings,
        new DocumentClient(http, settings.credential(), clock),
        FeedParser::parse,
        PublishedItems.open(state),
        null,
        clock,
        2);
  }

  static String rss(String... items) {
    return """
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>The Town</title><link>http://127.0.0.1/</link>
    %s
    </channel></rss>
    """
        .formatted(String.join("\n", items));
  }

  static String item(int number, String author, String text) {
    return """
    <item><guid isPermaLink="false">town-%1$d</guid><title>Note %1$d</title>
    <link>/notes/%1$d</link><dc:creator>%2$s</dc:creator>
    <pubDate>Wed, %1$02d Mar 2026 08:00:00 GMT</pubDate>
    <category>Frogs</category>
    <description>%3$s</description></item>
    """
        .formatted(number, author, text);
  }
}
