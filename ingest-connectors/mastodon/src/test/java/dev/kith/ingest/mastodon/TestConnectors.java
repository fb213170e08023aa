package dev.kith.ingest.mastodon;

import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.feed.ItemStore;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Connectors to servers on this machine. */
final class TestConnectors {
  static final String SOURCE = "mastodon-ann";

  private TestConnectors() {}

  static MastodonSettings settings(URI server, String token, boolean streaming) {
    Duration often = Duration.ofMillis(200);
    return new MastodonSettings(SOURCE, server, token, null, often, often, streaming, null);
  }

  static MastodonConnector connector(MastodonSettings settings, Path state, InstantSource clock) {
    var api = new MastodonApi(LoopbackHttp.client(), settings.server(), settings.credential());
    return new MastodonConnector(settings, api, ItemStore.open(state.resolve("items")), clock);
  }
}
