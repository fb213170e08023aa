package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.DocumentParser;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The inboxes of sources, each opened with its connector. */
@Singleton
public final class Inboxes {
  private static final String PREFIX = "kith.sources.activitystreams.";

  private final Map<String, Inbox> byName = new ConcurrentHashMap<>();

  Inboxes() {}

  /** Opens the inbox of a source and returns what is posted to it; empty if the source has none. */
  public Optional<DeliveryQueue> open(ActivityStreamsSettings source) {
    if (!source.hasInbox()) {
      return Optional.empty();
    }
    var taken = new DeliveryQueue(source.inboxQueueSize());
    byName.put(
        source.name(),
        new Inbox(
            new DocumentParser(source.origin()),
            taken,
            token(source).orElse(null),
            new Inbox.Limits(
                source.federated(), source.inboxMaxRequestSize(), source.inboxTimeout()),
            Clock.systemUTC()));
    return Optional.of(taken);
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
}
