package dev.kith.ingest.feed.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.feed.document.FeedParser;
import dev.kith.ingest.feed.document.ParsedFeed;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedItemMapperTest {
  private static final URI ADDRESS = URI.create("https://Town.example/feed/");
  private static final Instant READ = Instant.parse("2026-03-04T05:06:07Z");

  private static FeedActivity map(String channel, String item) throws Exception {
    return map(channel, item, null);
  }

  private static FeedActivity map(String channel, String item, @Nullable String repliesTo)
      throws Exception {
    String document =
        """
        <rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
            xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>The Town</title>
        %s<item>%s</item></channel></rss>
        """
            .formatted(channel, item);
    ParsedFeed feed = FeedParser.parse(document.getBytes(UTF_8), null, ADDRESS);
    var context =
        new FeedItemMapper.Context("feed-town", ADDRESS, repliesTo, Visibility.PUBLIC, READ);
    return new FeedItemMapper(context, feed).map(feed.items().getFirst());
  }

  @Test
  void anAuthorIsAnAccountOfTheirNameInTheFeed() throws Exception {
    FeedActivity mapped = map("", "<author>Ann@Example.org (Ann  Lee)</author>");

    Profile profile = mapped.profiles().getFirst();
    assertThat(mapped.activity().getActor()).isEqualTo("feed:town.example/feed#ann lee");
    assertThat(profile.getAccount()).isEqualTo(mapped.activity().getActor());
    assertThat(profile.getNames()).containsExactly("Ann Lee");
    assertThat(profile.getEmails()).containsExactly("ann@example.org");
  }

  @Test
  void anAuthorWithAPageIsTheSameInAllFeeds() throws Exception {
    FeedActivity mapped =
        map("", "<atom:author><name>Ann</name><uri>https://Ann.example.org/</uri></atom:author>");

    assertThat(mapped.activity().getActor()).isEqualTo("feed:ann.example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<author>admin</author>",
        "<author>webmaster@town.example (Webmaster)</author>",
        "<author>noreply@town.example</author>",
        "<dc:creator>The town</dc:creator>",
        "<title>Nobody is named</title>",
      })
  void aFunctionOrTheTitleOfTheFeedIsNoPerson(String item) throws Exception {
    FeedActivity mapped = map("", item);

    assertThat(mapped.activity().getActor()).isEqualTo("feed:town.example/feed");
    assertThat(mapped.profiles())
        .singleElement()
        .satisfies(feed -> assertThat(feed.getKind()).isEqualTo(AccountKind.ORGANISATION))
        .satisfies(feed -> assertThat(feed.getNames()).containsExactly("The Town"));
  }

  @Test
  void theAddressOfAFunctionIsNoAddressOfAPerson() throws Exception {
    FeedActivity mapped = map("", "<author>info@town.example (Ann Lee)</author>");

    assertThat(mapped.activity().getActor()).endsWith("#ann lee");
    assertThat(mapped.profiles().getFirst().getEmails()).isEmpty();
  }

  @Test
  void whoEditsTheFeedWroteItsItemsThatNameNobodyButNotItsComments() throws Exception {
    String editor = "<managingEditor>Ann Lee</managingEditor>";

    assertThat(map(editor, "<title>Frogs</title>").activity().getActor()).endsWith("#ann lee");
    assertThat(map(editor, "<title>Frogs</title>", "post").activity().getActor())
        .isEqualTo("feed:town.example/feed");
  }

  @Test
  void otherAuthorsAndPeopleOfAPodcastTakePart() throws Exception {
    Activity written =
        map("", "<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>").activity();
    Activity spoken =
        map(
                "<podcast:person>Ann</podcast:person>",
                "<title>Frogs</title><podcast:person>Ann</podcast:person>"
                    + "<podcast:person role=\"Guest\">Cat</podcast:person>")
            .activity();

    assertThat(written.getTowards())
        .containsExactly(new Towards("feed:town.example/feed#bob", "co-authored"));
    assertThat(spoken.getActor()).endsWith("#ann");
    assertThat(spoken.getTowards())
        .containsExactly(new Towards("feed:town.example/feed#cat", "participated"));
  }

  @Test
  void anIdThatIsNoUriIsUniqueInItsFeedOnly() throws Exception {
    assertThat(map("", "<guid>tag:town.example,2026:7</guid>").activity().getId())
        .isEqualTo("tag:town.example,2026:7");
    assertThat(map("", "<guid>7</guid>").activity().getId()).isEqualTo("town.example/feed#7");
    assertThat(map("", "<link>https://town.example/7</link>").activity().getId())
        .isEqualTo("https://town.example/7");
  }

  @Test
  void anItemWithoutATimeHasThatOfTheReading() throws Exception {
    FeedActivity mapped = map("", "<title>Frogs</title><category>#Frogs</category>");

    assertThat(mapped.isDated()).isFalse();
    assertThat(mapped.activity().getAt()).isEqualTo(READ);
    assertThat(mapped.activity().getTopics()).isEqualTo(List.of("frogs"));
  }
}
