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
  Connector connector(ActivityStreamsSettings settings, Inboxes inboxes) {
    Origin origin = settings.origin();
    Optional<Deliveries> posted = inboxes.deliveriesTo(settings.name());
    if (posted.isPresent()) {
      return new PushedConnector(origin, posted.get());
    }
    String location = String.valueOf(settings.location());
    return location.equals(STANDARD_INPUT)
        ? standardInput(origin)
        : new FileConnector(Path.of(location), origin);
  }

  private static Connector standardInput(Origin origin) {
    var deliveries = new Deliveries(WAITING_LINES);
    new StandardInput(new Documents(origin), deliveries).start(System.in);
    return new PushedConnector(origin, deliveries);
  }
}
