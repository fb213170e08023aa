package dev.kith.ingest.mastodon;

import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.HttpSettings;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.feed.ItemStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Connectors to servers on this machine. */
final class TestConnectors {
  static final String SOURCE = "mastodon-ann";

  private TestConnectors() {}

  static ConnectorHttpClient http() {
    return new ConnectorHttpClient(
        new HttpSettings(
            "https://kith.example",
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            0,
            Duration.ofMillis(50),
            8 * 1024 * 1024,
            2,
            List.of("127.0.0.1", "localhost"),
            List.of("X-RateLimit-Remaining"),
            List.of("X-RateLimit-Reset")));
  }

  static MastodonSettings settings(URI server, String token, boolean streaming) {
    Duration often = Duration.ofMillis(200);
    return new MastodonSettings(SOURCE, server, token, null, often, often, streaming);
  }

  static MastodonConnector connector(MastodonSettings settings, Path state, InstantSource clock) {
    var api = new MastodonApi(http(), settings.server(), settings.credential());
    return new MastodonConnector(settings, api, ItemStore.open(state.resolve("items")), clock);
  }
}
