package dev.kith.ingest.feed.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.SourceException.Unavailable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FeedParserTest {
  private static final URI ADDRESS = URI.create("https://town.example/feed");
  private static final String ITEM =
      "<item><title>Frogs</title><description>%s</description></item>";

  @TempDir private Path folder;

  private static ParsedFeed parse(String document) throws Unavailable {
    return FeedParser.parse(document.getBytes(UTF_8), null, ADDRESS);
  }

  private static String rss(String content) {
    return "<rss version=\"2.0\"><channel><title>The Town</title>" + content + "</channel></rss>";
  }

  @Test
  void anItemOfJsonFeedHasItsAuthorsTagsAndAttachments() throws Exception {
    ParsedFeed feed =
        parse(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Town",
             "authors": [{"name": "Ann Lee", "url": "https://ann.example.org"}],
             "hubs": [{"type": "WebSub", "url": "https://hub.example.org"}],
             "items": [{"id": "7", "url": "/7", "title": "Frogs", "content_html": "<p>At the <i>lake</i></p>",
               "date_published": "2026-03-04T05:06:07+01:00", "tags": ["Frogs"],
               "attachments": [{"url": "https://town.example/frogs.mp3"}]}, {}, 3]}
            """);

    ParsedItem item = feed.items().getFirst();
    assertThat(item.text().text()).isEqualTo("At the lake");
    assertThat(item.link()).isEqualTo("https://town.example/7");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-04T04:06:07Z"));
    assertThat(item.topics()).containsExactly("Frogs");
    assertThat(item.enclosures()).containsExactly("https://town.example/frogs.mp3");
    assertThat(feed.people())
        .extracting(FeedPerson::uri)
        .containsExactly("https://ann.example.org");
    assertThat(feed.hub()).isEqualTo("https://hub.example.org");
    assertThat(feed.unreadable()).hasSize(2);
  }

  @Test
  void peopleOfAPodcastHaveTheirRoles() throws Exception {
    ParsedFeed feed =
        parse(
            """
            <rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
              <itunes:owner><itunes:name>Ann Lee</itunes:name><itunes:email>ann@example.org</itunes:email></itunes:owner>
              <item><title>Frogs</title>
                <podcast:person href="https://bob.example.org">Bob</podcast:person>
                <podcast:person role="guest">Cat</podcast:person></item>
            </channel></rss>
            """);

    assertThat(feed.people())
        .containsExactly(new FeedPerson("Ann Lee", "", "ann@example.org", "owner"));
    assertThat(feed.items().getFirst().people())
        .containsExactly(
            new FeedPerson("Bob", "https://bob.example.org", "", "host"),
            new FeedPerson("Cat", "", "", "guest"));
  }

  @Test
  void entitiesThatExpandToMuchAreNotEvaluated() throws Exception {
    var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"frogs\">");
    for (int i = 1; i < 20; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }

    ParsedFeed feed = parse(bomb + "]>" + rss(ITEM.formatted("&a19;")));

    assertThat(feed.items().getFirst().text().text()).hasSizeLessThan(100);
  }

  @Test
  void aFileThatADocumentNamesIsNotRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret of the town");

    ParsedFeed feed =
        parse(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri())
                + rss(ITEM.formatted("&x;")));

    assertThat(feed.items().getFirst().text().text()).doesNotContain("secret of the town");
  }

  @Test
  void aVeryDeepDocumentIsReadToALimitedDepth() throws Exception {
    String deep = "<b>".repeat(200_000);

    assertThat(parse(rss(ITEM.formatted(deep)) + "</b>".repeat(200_000)).title())
        .isEqualTo("The Town");
    assertThat(parse(rss(ITEM.formatted(deep.replace("<", "&lt;")))).items()).hasSize(1);
    assertThatThrownBy(() -> parse("{\"items\": " + "[".repeat(200_000)))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void anUnfinishedDocumentIsReadAsFarAsItGoes() throws Exception {
    ParsedFeed feed =
        parse("<rss><channel><title>A & B</title>" + ITEM.formatted("here") + "<item><ti");

    assertThat(feed.title()).isEqualTo("A & B");
    assertThat(feed.items()).hasSize(1);
  }
}
