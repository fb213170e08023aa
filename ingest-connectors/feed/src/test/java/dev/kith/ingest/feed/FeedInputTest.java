package dev.kith.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InvalidInputException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedInputTest {
  @TempDir private Path folder;
  private final FeedInput input = new FeedInput();

  @Test
  void anAddressAndAFileAreSourcesOfTheirOwnKind() throws Exception {
    Path file = Files.writeString(folder.resolve("town.xml"), "<rss/>");

    String address = input.check("feed://town.example/feed");
    String path = input.check(file.toString());

    assertThat(input.settings(address, folder)).containsEntry("url", "https://town.example/feed");
    assertThat(input.settings(path, folder)).containsEntry("location", file.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://ann:secret@town.example/ | without a password",
        "http:///feed | with a host",
        "nothing.xml | found nothing there",
      })
  void anotherValueIsRefused(String value, String message) {
    assertThatThrownBy(() -> input.check(value))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSourceHasOnePlaceToReadFromAndAPasswordOnlyWithAUser() {
    URI url = URI.create("https://town.example/feed");
    assertThatThrownBy(() -> TestFeeds.settings(null, null, TestFeeds.SELDOM, TestFeeds.SELDOM))
        .hasMessage(
            "kith.sources.feed.feed-town.url: expected either url or location, found none or both");
    assertThatThrownBy(
            () ->
                new FeedSettings(
                    "town",
                    url,
                    null,
                    null,
                    null,
                    TestFeeds.SELDOM,
                    TestFeeds.SELDOM,
                    null,
                    "x",
                    null,
                    null))
        .hasMessageContaining("kith.sources.feed.town.user: expected user and password or neither");
  }
}
