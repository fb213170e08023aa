package dev.kith.ingest.http;

import dev.kith.ingest.SourceException.Throttled;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many requests one token may still send to one server, as the server states it. All sources
 * that use the token share it; each request is reserved before it is sent, so that none is sent
 * with an exhausted budget.
 */
final class RateLimitBudget {
  private static final long UNKNOWN = Long.MAX_VALUE;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final String server;
  private final List<String> remainingHeaders;
  private final List<String> resetHeaders;
  private long remaining = UNKNOWN;
  private int unanswered;
  private @Nullable Instant reset;
  private Instant blockedUntil = Instant.MIN;

  RateLimitBudget(String server, HttpSettings settings) {
    this.server = server;
    this.remainingHeaders = settings.remainingHeaders();
    this.resetHeaders = settings.resetHeaders();
  }

  /** Reserves a request; fails, saying until when to wait, if none is left. */
  synchronized void reserve(Instant now) throws Throttled {
    if (reset != null && !reset.isAfter(now)) {
      remaining = UNKNOWN;
      reset = null;
    }
    if (blockedUntil.isAfter(now)) {
      throw throttled(blockedUntil, now);
    }
    if (remaining <= 0 && reset != null) {
      throw throttled(reset, now);
    }
    unanswered++;
    remaining = remaining == UNKNOWN ? UNKNOWN : remaining - 1;
  }

  /** Ends a reservation without a response. */
  synchronized void failed() {
    unanswered--;
  }

  /**
   * Ends a reservation with what the server says is left. While other requests are under way, only
   * a smaller number is believed, because responses can overtake each other.
   */
  synchronized void answered(HttpHeaders headers, Instant now) {
    unanswered--;
    Optional<Instant> stated = moment(headers, now);
    Optional<Long> left = left(headers);
    if (stated.isEmpty() || left.isEmpty()) {
      return;
    }
    boolean isSameWindow = reset != null && !stated.get().isAfter(reset.plusSeconds(1));
    long free = left.get() - unanswered;
    remaining = isSameWindow && unanswered > 0 ? Math.min(remaining, free) : free;
    reset = earlier(stated.get(), now.plus(LONGEST_WAIT));
  }

  /** Whether the server has said that none is left. */
  synchronized boolean isExhausted() {
    return remaining <= 0;
  }

  /** The server refused a request: sends nothing more before the moment it names. */
  synchronized Throttled refused(HttpHeaders headers, Instant now, Duration otherwise) {
    Instant until =
        headers
            .firstValue("Retry-After")
            .flatMap(value -> WaitTime.parse(value, now))
            .or(() -> moment(headers, now))
            .orElseGet(() -> now.plus(otherwise));
    Instant least = now.plus(SHORTEST_WAIT);
    blockedUntil = until.isBefore(least) ? least : earlier(until, now.plus(LONGEST_WAIT));
    return throttled(blockedUntil, now);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Throttled throttled(Instant until, Instant now) {
    return new Throttled(
        "%s allows no further request before %s; it is tried again then"
            .formatted(server, until.truncatedTo(ChronoUnit.SECONDS)),
        Duration.between(now, until));
  }

  private Optional<Instant> moment(HttpHeaders headers, Instant now) {
    return resetHeaders.stream()
        .flatMap(name -> headers.firstValue(name).stream())
        .flatMap(value -> WaitTime.parse(value, now).stream())
        .findFirst();
  }

  private Optional<Long> left(HttpHeaders headers) {
    return remainingHeaders.stream()
        .flatMap(name -> headers.firstValue(name).stream())
        .filter(value -> value.strip().matches("\\d{1,15}(\\.\\d*)?"))
        .map(value -> (long) Double.parseDouble(value.strip()))
        .findFirst();
  }
}
