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
 * The number of requests that one token may still send to one server, as the server states it. All
 * sources with the token share the budget. Each request is reserved before it is sent, so that none
 * is sent with an exhausted budget.
 */
final class RateLimitBudget {
  private static final long UNKNOWN = Long.MAX_VALUE;
  private static final Duration MAX_WAIT = Duration.ofDays(1);
  private static final Duration MIN_WAIT = Duration.ofSeconds(1);

  private final String server;
  private final List<String> remainingHeaders;
  private final List<String> resetHeaders;
  private long remaining = UNKNOWN;
  private int inFlight;
  private @Nullable Instant reset;
  private Instant blockedUntil = Instant.MIN;

  RateLimitBudget(String server, HttpSettings settings) {
    this.server = server;
    this.remainingHeaders = settings.remainingHeaders();
    this.resetHeaders = settings.resetHeaders();
  }

  /** Reserves a request; if none is left, fails with the time to wait. */
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
    inFlight++;
    remaining = remaining == UNKNOWN ? UNKNOWN : remaining - 1;
  }

  /** Ends a reservation: the request has a response, or failed. */
  synchronized void release() {
    inFlight--;
  }

  /**
   * Takes over the remaining requests that the server states. While other requests are in flight,
   * only a smaller number is taken over, because responses can overtake each other.
   */
  synchronized void update(HttpHeaders headers, Instant now) {
    Optional<Instant> stated = resetTime(headers, now);
    Optional<Long> left = left(headers);
    if (stated.isEmpty() || left.isEmpty()) {
      return;
    }
    boolean isSameWindow = reset != null && !stated.get().isAfter(reset.plusSeconds(1));
    long free = left.get() - inFlight;
    remaining = isSameWindow && inFlight > 0 ? Math.min(remaining, free) : free;
    reset = earlier(stated.get(), now.plus(MAX_WAIT));
  }

  /** Whether no request is left. */
  synchronized boolean isExhausted() {
    return remaining <= 0;
  }

  /** The server refused a request: blocks further ones until the time it states. */
  synchronized Throttled refused(HttpHeaders headers, Instant now, Duration defaultWait) {
    Instant until =
        headers
            .firstValue("Retry-After")
            .flatMap(value -> WaitTime.parse(value, now))
            .or(() -> resetTime(headers, now))
            .orElseGet(() -> now.plus(defaultWait));
    Instant least = now.plus(MIN_WAIT);
    blockedUntil = until.isBefore(least) ? least : earlier(until, now.plus(MAX_WAIT));
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

  private Optional<Instant> resetTime(HttpHeaders headers, Instant now) {
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
