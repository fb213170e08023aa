package dev.kith.ingest.github.webhook;

import dev.kith.ingest.github.mapping.GithubServer;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The webhooks of all sources that have one. */
@Singleton
public final class Webhooks {
  private final Map<String, Webhook> bySource = new ConcurrentHashMap<>();

  /** Opens the webhook of a source. */
  public Webhook open(
      GithubServer server, String setting, @Nullable String secret, @Nullable Path file) {
    var webhook =
        new Webhook(server, WebhookSecret.of(setting, secret, file), InstantSource.system());
    bySource.put(server.source(), webhook);
    return webhook;
  }

  Optional<Webhook> named(String source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
