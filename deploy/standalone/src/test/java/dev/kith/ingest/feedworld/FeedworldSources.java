package dev.kith.ingest.feedworld;

import dev.kith.ingest.Connector;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;

/** Makes a connector of each configured export. */
@Factory
final class FeedworldSources {
  @EachBean(FeedworldSettings.class)
  Connector connector(FeedworldSettings settings) {
    return new FeedworldConnector(settings.name(), settings.location(), 500);
  }
}
