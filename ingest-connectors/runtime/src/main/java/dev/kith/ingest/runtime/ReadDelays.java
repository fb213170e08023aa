package dev.kith.ingest.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next read: exponential backoff with jitter, so that sources that fail
 * together do not retry together.
 */
final class ReadDelays {
  private static final int MAX_DOUBLINGS = 30;

  private final IngestSettings settings;
  private final RandomGenerator random;

  ReadDelays(IngestSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** After a read without new items. */
  Duration atRest() {
    return settings.poll();
  }

  /**
   * After a number of failures in a row: random between half of the doubled delay and all of it.
   */
  Duration retry(int failures) {
    long first = settings.retryDelay().toMillis();
    long longest = settings.maxRetryDelay().toMillis();
    long doubled = first << Math.min(failures - 1, MAX_DOUBLINGS);
    long delay = doubled < first ? longest : Math.min(doubled, longest);
    return Duration.ofMillis(delay / 2 + random.nextLong(delay - delay / 2 + 1));
  }

  /** How long a fault may last before a person is told. */
  Duration gracePeriod() {
    return settings.gracePeriod();
  }

  /** While a person is needed. */
  Duration maxRetryDelay() {
    return settings.maxRetryDelay();
  }
}
