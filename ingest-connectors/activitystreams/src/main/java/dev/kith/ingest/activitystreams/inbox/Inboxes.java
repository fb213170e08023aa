package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.DocumentParser;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inboxes of all sources that have one. */
@Singleton
public final class Inboxes {
  private static final String PREFIX = "kith.sources.activitystreams.";

  private final Map<String, Inbox> byName = new HashMap<>();
  private final Map<String, DeliveryQueue> deliveries = new HashMap<>();

  Inboxes(List<ActivityStreamsSettings> sources) {
    for (ActivityStreamsSettings source : sources) {
      if (source.hasInbox()) {
        open(source);
      }
    }
  }

  private void open(ActivityStreamsSettings source) {
    var taken = new DeliveryQueue(source.inboxQueueSize());
    deliveries.put(source.name(), taken);
    byName.put(
        source.name(),
        new Inbox(
            new DocumentParser(source.origin()),
            taken,
            token(source).orElse(null),
            new Inbox.Limits(
                source.federated(), source.inboxMaxRequestSize(), source.inboxTimeout()),
            Clock.systemUTC()));
  }

  private static Optional<BearerToken> token(ActivityStreamsSettings source) {
    Path file = source.inboxTokenFile();
    String token = file == null ? source.inboxToken() : read(source.name(), file);
    if (token == null && source.federated()) {
      return Optional.empty();
    }
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + source.name() + ".inbox-token: expected a token, found a blank one");
    }
    return Optional.of(new BearerToken(token.strip()));
  }

  private static String read(String name, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          PREFIX + name + ".inbox-token-file: expected a readable file, found none at " + file, e);
    }
  }

  /** The inbox of a source. */
  public Optional<Inbox> named(String source) {
    return Optional.ofNullable(byName.get(source));
  }

  /** What was posted to a source's inbox; empty if it has none. */
  public Optional<DeliveryQueue> deliveriesTo(String source) {
    return Optional.ofNullable(deliveries.get(source));
  }
}
