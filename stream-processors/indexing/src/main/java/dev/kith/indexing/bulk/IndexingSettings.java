package dev.kith.indexing.bulk;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * How documents are sent.
 *
 * @param bulkDocuments most documents of one bulk request
 * @param bulkBytes most bytes of one bulk request, a single larger document aside
 * @param inFlight bulk requests that are under way at the same time
 * @param linger how long a document may wait for others to share its request
 * @param minBackoff before a request is repeated that Elasticsearch did not take
 * @param maxBackoff between two such repeats
 * @param purgeAfter how long what has ended stays as a document that says so; longer than
 *     Elasticsearch remembers versions of what was deleted
 * @param purgeEvery how often to look for what is to be purged
 */
@ConfigurationProperties("kith.indexing")
public record IndexingSettings(
    @Bindable(defaultValue = "2000") @Min(1) int bulkDocuments,
    @Bindable(defaultValue = "5000000") @Min(1000) @Max(50_000_000) int bulkBytes,
    @Bindable(defaultValue = "2") @Min(1) @Max(32) int inFlight,
    @Bindable(defaultValue = "25ms") @NotNull Duration linger,
    @Bindable(defaultValue = "200ms") @NotNull Duration minBackoff,
    @Bindable(defaultValue = "15s") @NotNull Duration maxBackoff,
    @Bindable(defaultValue = "2h") @NotNull Duration purgeAfter,
    @Bindable(defaultValue = "10m") @NotNull Duration purgeEvery) {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** Refuses what would let an old version come back. */
  public IndexingSettings {
    if (purgeAfter.compareTo(REMEMBERED) <= 0) {
      throw new IllegalArgumentException(
          "kith.indexing.purge-after: expected more than %s, for which index.gc_deletes remembers"
                  .formatted(REMEMBERED)
              + " versions, found "
              + purgeAfter);
    }
  }
}
