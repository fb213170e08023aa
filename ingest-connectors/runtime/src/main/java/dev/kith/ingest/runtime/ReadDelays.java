package dev.kith.ingest.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before reading again. Jitter keeps many sources that failed together from coming
 * back together.
 */
final class ReadDelays {
  private static final int MAX_DOUBLINGS = 30;

  private final IngestSettings settings;
  private final RandomGenerator random;

  ReadDelays(IngestSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** After a read that found nothing. */
  Duration atRest() {
    return settings.poll();
  }

  /** After {@code failures} failures in a row: doubling, from half of it to all of it. */
  Duration retry(int failures) {
    long first = settings.retryDelay().toMillis();
    long longest = settings.maxRetryDelay().toMillis();
    long doubled = first << Math.min(failures - 1, MAX_DOUBLINGS);
    long most = doubled < first ? longest : Math.min(doubled, longest);
    return Duration.ofMillis(most / 2 + random.nextLong(most - most / 2 + 1));
  }

  /** While a person is needed. */
  Duration maxRetryDelay() {
    return settings.maxRetryDelay();
  }
}
