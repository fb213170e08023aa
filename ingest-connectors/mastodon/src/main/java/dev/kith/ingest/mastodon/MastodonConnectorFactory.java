package dev.kith.ingest.mastodon;

import dev.kith.ingest.Connector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.feed.ItemStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Makes a connector of each configured account. */
@Factory
final class MastodonConnectorFactory {
  @EachBean(MastodonSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(
      MastodonSettings settings, ConnectorHttpClient http, Environment environment) {
    return new MastodonConnector(
        settings,
        new MastodonApi(http, settings.server(), settings.credential()),
        ItemStore.open(items(settings, environment.getProperty("kith.home", Path.class))),
        InstantSource.system());
  }

  /** The file of published items, named so that it is deleted when the source is forgotten. */
  static Path items(MastodonSettings settings, Optional<Path> home) {
    Path usual = Path.of(System.getProperty("user.home"), ".kith");
    Path state = settings.state();
    return (state == null ? home.orElse(usual).resolve("mastodon") : state)
        .resolve(settings.name() + ".items");
  }
}
