package dev.kith.ingest.feed.websub;

import dev.kith.ingest.http.ConnectorHttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The subscriptions of all feeds of the process. */
@Singleton
public final class WebSubSubscriptions {
  static final String PATH = "/websub";

  private final WebSubSettings settings;
  private final ConnectorHttpClient http;
  private final Map<String, WebSubSubscription> bySource = new ConcurrentHashMap<>();

  /** No subscriptions yet. */
  public WebSubSubscriptions(WebSubSettings settings, ConnectorHttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** The subscription of a source; null if no hub can reach this service. */
  public @Nullable WebSubSubscription open(String source) {
    URI address = settings.publicAddress();
    if (address == null) {
      return null;
    }
    URI callback = URI.create(address.toString().replaceFirst("/+$", "") + PATH + "/" + source);
    var subscription = new WebSubSubscription(http, callback, InstantSource.system());
    bySource.put(source, subscription);
    return subscription;
  }

  Optional<WebSubSubscription> named(String source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
