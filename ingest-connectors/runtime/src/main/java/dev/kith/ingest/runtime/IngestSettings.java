package dev.kith.ingest.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often sources are polled, and how much is committed at once.
 *
 * @param poll pause of a source after a read without new items
 * @param retryDelay pause after the first failure; doubles with each further one
 * @param maxRetryDelay longest pause after failures, and the pause while a person is needed
 * @param gracePeriod how long a server may fail before its source needs a person; it is tried again
 * @param maxTransactionRecords largest number of records in one Kafka transaction; a larger page is
 *     committed in several
 * @param paused names of sources that are not read for now
 * @param state folder of the index of published activities; by default {@code ingest} in {@code
 *     kith.home} or {@code ~/.kith}
 */
@ConfigurationProperties("kith.ingest")
public record IngestSettings(
    @Bindable(defaultValue = "5s") Duration poll,
    @Bindable(defaultValue = "1s") Duration retryDelay,
    @Bindable(defaultValue = "5m") Duration maxRetryDelay,
    @Bindable(defaultValue = "30s") Duration gracePeriod,
    @Bindable(defaultValue = "20000") int maxTransactionRecords,
    @Nullable List<String> paused,
    @Nullable Path state) {

  /** Refuses pauses that are not positive, and transactions without records. */
  public IngestSettings {
    requirePositive("poll", poll);
    requirePositive("retry-delay", retryDelay);
    requirePositive("grace-period", gracePeriod);
    if (maxRetryDelay.compareTo(retryDelay) < 0) {
      throw new IllegalArgumentException(
          "kith.ingest.max-retry-delay: expected at least retry-delay (%s), found %s"
              .formatted(retryDelay, maxRetryDelay));
    }
    if (maxTransactionRecords < 1) {
      throw new IllegalArgumentException(
          "kith.ingest.max-transaction-records: expected at least 1, found "
              + maxTransactionRecords);
    }
  }

  boolean isPaused(String source) {
    return paused != null && paused.contains(source);
  }

  private static void requirePositive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "kith.ingest.%s: expected a positive duration, found %s".formatted(key, value));
    }
  }
}
