package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Connector;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.change.ChangeStore;
import dev.kith.ingest.activitystreams.file.FileConnector;
import dev.kith.ingest.activitystreams.inbox.ActivityStreamsSettings;
import dev.kith.ingest.activitystreams.inbox.DeliveryQueue;
import dev.kith.ingest.activitystreams.inbox.Inboxes;
import dev.kith.ingest.activitystreams.inbox.PushedConnector;
import dev.kith.ingest.activitystreams.inbox.StandardInput;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a connector of each configured source. */
@Factory
final class ActivityStreamsConnectorFactory {
  private static final String STANDARD_INPUT = "-";
  private static final int WAITING_LINES = 32 * 1024 * 1024;

  @EachBean(ActivityStreamsSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(ActivityStreamsSettings settings, Inboxes inboxes, ChangeStore store) {
    DocumentOrigin origin = settings.origin();
    var changes = new ChangeResolver(store);
    Optional<DeliveryQueue> posted = inboxes.open(settings);
    if (posted.isPresent()) {
      return new PushedConnector(origin, posted.get(), changes);
    }
    String location = String.valueOf(settings.location());
    return location.equals(STANDARD_INPUT)
        ? standardInput(origin, changes)
        : new FileConnector(Path.of(location), origin, changes);
  }

  private static Connector standardInput(DocumentOrigin origin, ChangeResolver changes) {
    var deliveries = new DeliveryQueue(WAITING_LINES);
    new StandardInput(new DocumentParser(origin), deliveries).start(System.in);
    return new PushedConnector(origin, deliveries, changes);
  }
}
