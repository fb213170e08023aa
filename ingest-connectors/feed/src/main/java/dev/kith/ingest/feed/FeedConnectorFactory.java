package dev.kith.ingest.feed;

import dev.kith.ingest.Connector;
import dev.kith.ingest.feed.document.FeedParser;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.ingest.feed.table.TableParser;
import dev.kith.ingest.feed.websub.WebSubSubscriptions;
import dev.kith.ingest.http.ConnectorHttpClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a connector of each configured feed. */
@Factory
final class FeedConnectorFactory {
  private static final int PAGE_SIZE = 500;

  @EachBean(FeedSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(
      FeedSettings settings,
      ConnectorHttpClient http,
      WebSubSubscriptions hubs,
      Environment environment) {
    InstantSource clock = InstantSource.system();
    return new FeedConnector(
        settings,
        new DocumentClient(http, settings.credential(), clock),
        format(settings.mapping()),
        PublishedItems.open(items(settings, environment.getProperty("kith.home", Path.class))),
        settings.url() == null ? null : hubs.open(settings.name()),
        clock,
        PAGE_SIZE);
  }

  private static FeedConnector.DocumentFormat format(@Nullable Path mapping) {
    return mapping == null ? FeedParser::parse : (body, _, _) -> TableParser.parse(body, mapping);
  }

  /** The file of published items, named so that it is deleted when the source is forgotten. */
  static Path items(FeedSettings settings, Optional<Path> home) {
    Path usual = Path.of(System.getProperty("user.home"), ".kith");
    Path state = settings.state();
    return (state == null ? home.orElse(usual).resolve("feed") : state)
        .resolve(settings.name() + ".items");
  }
}
