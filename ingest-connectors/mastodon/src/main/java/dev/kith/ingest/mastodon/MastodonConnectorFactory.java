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

/** Makes a connector of each configured account. */
@Factory
final class MastodonConnectorFactory {
  @EachBean(MastodonSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(
      MastodonSettings settings, ConnectorHttpClient http, Environment environment) {
    Path home = path(environment, "kith.home", Path.of(System.getProperty("user.home"), ".kith"));
    Path state = path(environment, "kith.ingest.state", home.resolve("ingest"));
    return new MastodonConnector(
        settings,
        new MastodonApi(http, settings.server(), settings.credential()),
        ItemStore.open(state.resolve("mastodon-" + settings.name())),
        InstantSource.system());
  }

  private static Path path(Environment environment, String key, Path usual) {
    return environment.getProperty(key, String.class).map(Path::of).orElse(usual);
  }
}
