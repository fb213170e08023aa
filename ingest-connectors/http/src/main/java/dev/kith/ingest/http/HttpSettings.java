package dev.kith.ingest.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the requests that connectors send.
 *
 * @param contact address or page of whoever runs this installation, for the user agent
 * @param connectTimeout longest time to open a connection
 * @param responseTimeout longest time from sending a request to the end of its response
 * @param idleTimeout longest time without a line on a stream of events
 * @param retries how often a request is repeated after a temporary failure
 * @param retryDelay pause before the first repetition; doubles, with jitter
 * @param maxBodySize largest size of a response body in bytes, decompressed
 * @param redirects largest number of redirects of one request
 * @param privateHosts hosts that may have private addresses; {@code *} for all
 * @param remainingHeaders response headers that state how many requests are left
 * @param resetHeaders response headers that state when the limit is reset
 */
@ConfigurationProperties("kith.http")
public record HttpSettings(
    @Nullable String contact,
    @Bindable(defaultValue = "10s") Duration connectTimeout,
    @Bindable(defaultValue = "60s") Duration responseTimeout,
    @Bindable(defaultValue = "90s") Duration idleTimeout,
    @Bindable(defaultValue = "2") int retries,
    @Bindable(defaultValue = "500ms") Duration retryDelay,
    @Bindable(defaultValue = "32MB") @ReadableBytes int maxBodySize,
    @Bindable(defaultValue = "5") int redirects,
    @Bindable(defaultValue = "") List<String> privateHosts,
    @Bindable(defaultValue = "X-RateLimit-Remaining,RateLimit-Remaining")
        List<String> remainingHeaders,
    @Bindable(defaultValue = "X-RateLimit-Reset,RateLimit-Reset") List<String> resetHeaders) {

  /** Refuses limits that allow no request, and a contact that cannot stand in a header. */
  public HttpSettings {
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("response-timeout", responseTimeout);
    requirePositive("idle-timeout", idleTimeout);
    requirePositive("retry-delay", retryDelay);
    requireAtLeast("retries", 0, retries);
    requireAtLeast("max-body-size", 1, maxBodySize);
    requireAtLeast("redirects", 0, redirects);
    if (contact != null && !contact.matches("[\\x21-\\x7E]+")) {
      throw new IllegalArgumentException(
          "kith.http.contact: expected a mail address or a URL, found other characters");
    }
    privateHosts = stripped(privateHosts);
    remainingHeaders = stripped(remainingHeaders);
    resetHeaders = stripped(resetHeaders);
  }

  /** In {@code a, b} the blank belongs to no entry. */
  private static List<String> stripped(List<String> entries) {
    return entries.stream().map(String::strip).filter(entry -> !entry.isEmpty()).toList();
  }

  private static void requirePositive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "kith.http.%s: expected a positive duration, found %s".formatted(key, value));
    }
  }

  private static void requireAtLeast(String key, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "kith.http.%s: expected at least %d, found %d".formatted(key, least, value));
    }
  }

  String userAgent() {
    return contact == null ? "Kith" : "Kith (+" + contact + ")";
  }
}
