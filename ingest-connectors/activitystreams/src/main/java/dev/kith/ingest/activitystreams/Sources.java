package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Connector;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a connector of each configured source. */
@Factory
final class Sources {
  private static final String STANDARD_INPUT = "-";
  private static final int WAITING_LINES = 32 * 1024 * 1024;

  @EachBean(ActivityStreamsSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(ActivityStreamsSettings settings, Inboxes inboxes, ChangeStore store) {
    Origin origin = settings.origin();
    var changes = new ChangeResolver(store);
    Optional<Deliveries> posted = inboxes.deliveriesTo(settings.name());
    if (posted.isPresent()) {
      return new PushedConnector(origin, posted.get(), changes);
    }
    String location = String.valueOf(settings.location());
    return location.equals(STANDARD_INPUT)
        ? standardInput(origin, changes)
        : new FileConnector(Path.of(location), origin, changes);
  }

  private static Connector standardInput(Origin origin, ChangeResolver changes) {
    var deliveries = new Deliveries(WAITING_LINES);
    new StandardInput(new Documents(origin), deliveries).start(System.in);
    return new PushedConnector(origin, deliveries, changes);
  }
}
