package dev.kith.ingest.git.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.schemas.Visibility;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitSettingsTest {
  private static final String KEY = "kith.sources.git.tools.";

  @Test
  void onlyTheLocationIsNeeded() {
    try (var context = ApplicationContext.run(Map.of(KEY + "location", "/srv/tools"))) {
      var settings = context.getBean(GitSettings.class);

      assertThat(settings).isEqualTo(GitSettings.of("tools", "/srv/tools"));
      assertThat(settings.effectiveVisibility()).isEqualTo(Visibility.PRIVATE);
      assertThat(context.getBean(Connector.class).source()).isEqualTo("tools");
      assertThat(context.getBean(Connector.class).network()).isEqualTo("git");
    }
  }

  @Test
  void everyKeyIsRead() {
    Map<String, Object> keys =
        Map.of(
            KEY + "location", "https://example.org/a/b",
            KEY + "username", "ann",
            KEY + "password", "secret",
            KEY + "cache", "/var/cache/kith",
            KEY + "fetch-every", "10m",
            KEY + "page-size", "50",
            KEY + "visibility", "UNLISTED",
            KEY + "co-editing", "lines",
            KEY + "co-editing-window", "30d");
    try (var context = ApplicationContext.run(keys)) {
      assertThat(context.getBean(GitSettings.class))
          .isEqualTo(
              new GitSettings(
                  "tools",
                  "https://example.org/a/b",
                  "ann",
                  "secret",
                  Path.of("/var/cache/kith"),
                  Duration.ofMinutes(10),
                  50,
                  Visibility.UNLISTED,
                  CoEditing.LINES,
                  Duration.ofDays(30)));
    }
  }

  @Test
  void eachRepositoryIsASourceOfItsOwn() {
    Map<String, Object> two =
        Map.of(KEY + "location", "/srv/tools", "kith.sources.git.books.location", "/srv/books");
    try (var context = ApplicationContext.run(two)) {
      assertThat(context.getBeansOfType(Connector.class))
          .extracting(Connector::source)
          .containsExactlyInAnyOrder("tools", "books");
    }
  }

  @Test
  void aWrongValueIsRefusedByTheNameOfItsKey() {
    assertRefused("location", "");
    assertRefused("location", "https://ann:secret@example.org/a/b");
    assertRefused("page-size", "0");
    assertRefused("co-editing-window", "0s");
  }

  @Test
  void whatAnybodyCanFetchWithoutAPasswordIsPublic() {
    assertThat(GitSettings.of("a", "https://example.org/a").effectiveVisibility())
        .isEqualTo(Visibility.PUBLIC);
    assertThat(GitSettings.of("a", "file:///srv/a").effectiveVisibility())
        .isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void thePasswordIsNotShown() {
    var settings =
        new GitSettings(
            "a",
            "https://x.org/a",
            "u",
            "secret",
            Path.of("c"),
            Duration.ofMinutes(1),
            1,
            null,
            CoEditing.OFF,
            Duration.ofDays(1));

    assertThat(settings.toString()).doesNotContain("secret");
  }

  private static void assertRefused(String key, String value) {
    Map<String, Object> keys = new HashMap<>(Map.of(KEY + "location", "/srv/tools"));
    keys.put(KEY + key, value);
    assertThatThrownBy(() -> start(keys))
        .hasStackTraceContaining(KEY + key)
        .satisfies(failure -> assertThat(String.valueOf(failure)).doesNotContain("secret"));
  }

  private static void start(Map<String, Object> keys) {
    try (var context = ApplicationContext.run(keys)) {
      context.getBean(Connector.class);
    }
  }
}
