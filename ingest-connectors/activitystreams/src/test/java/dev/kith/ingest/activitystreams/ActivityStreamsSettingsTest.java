package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.file.FileConnector;
import dev.kith.ingest.activitystreams.inbox.ActivityStreamsSettings;
import dev.kith.ingest.activitystreams.inbox.Inboxes;
import dev.kith.schemas.Visibility;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityStreamsSettingsTest {
  private static final String TOWN = "kith.sources.activitystreams.town.";

  @TempDir Path folder;

  @Test
  void aFileNeedsOnlyItsPlace() {
    try (var context = ApplicationContext.run(Map.of(TOWN + "location", "notes.ndjson"))) {
      var settings = context.getBean(ActivityStreamsSettings.class);

      assertThat(settings.name()).isEqualTo("town");
      assertThat(settings.location()).isEqualTo("notes.ndjson");
      assertThat(settings.network()).isEqualTo("fediverse");
      assertThat(settings.visibility()).isEqualTo(Visibility.PRIVATE);
      assertThat(context.getBean(Connector.class)).isInstanceOf(FileConnector.class);
    }
  }

  @Test
  void anInboxNeedsOnlyItsToken() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "secret\n");
    try (var context =
        ApplicationContext.run(Map.of(TOWN + "inbox-token-file", token.toString()))) {
      var inbox = context.getBean(ActivityStreamsSettings.class);

      assertThat(inbox.inboxMaxRequestSize()).isEqualTo(4 * 1024 * 1024);
      assertThat(inbox.inboxQueueSize()).isEqualTo(32 * 1024 * 1024);
      assertThat(inbox.inboxTimeout()).isEqualTo(Duration.ofSeconds(30));
      assertThat(context.getBean(Connector.class).source()).isEqualTo("town");
      assertThat(context.getBean(Inboxes.class).named("town").orElseThrow().isAuthorized("secret"))
          .isTrue();
    }
  }

  @Test
  void everythingCanBeSet() {
    try (var context =
        ApplicationContext.run(
            Map.of(
                TOWN + "inbox-token", "secret",
                TOWN + "network", "forum",
                TOWN + "visibility", "PUBLIC",
                TOWN + "inbox-max-request-size", "1KB",
                TOWN + "inbox-queue-size", "2KB",
                TOWN + "inbox-timeout", "3s"))) {
      var settings = context.getBean(ActivityStreamsSettings.class);

      assertThat(settings.origin())
          .isEqualTo(new DocumentOrigin("town", "forum", Visibility.PUBLIC));
      assertThat(settings.inboxMaxRequestSize()).isEqualTo(1024);
      assertThat(settings.inboxQueueSize()).isEqualTo(2048);
      assertThat(settings.inboxTimeout()).isEqualTo(Duration.ofSeconds(3));
      assertThat(settings.toString()).doesNotContain("secret");
    }
  }

  @Test
  void aWrongValueStopsTheStart() {
    assertStops(Map.of(TOWN + "network", "forum"), ".location: expected either it or inbox-token");
    assertStops(
        Map.of(TOWN + "location", "-", TOWN + "inbox-token", "x"),
        ".location: expected either it or inbox-token");
    assertStops(Map.of(TOWN + "location", "x", TOWN + "network", "My net"), ".network: expected");
    assertStops(Map.of(TOWN + "inbox-token", " "), "expected a token");
    assertStops(Map.of(TOWN + "inbox-token-file", "/nowhere"), "token-file: expected a readable");
  }

  private static void assertStops(Map<String, Object> settings, String reason) {
    assertThatThrownBy(
            () -> {
              try (var context = ApplicationContext.run(settings)) {
                context.getBean(Connector.class);
              }
            })
        .hasStackTraceContaining(reason);
  }
}
