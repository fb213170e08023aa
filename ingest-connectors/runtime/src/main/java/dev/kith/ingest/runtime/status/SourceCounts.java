package dev.kith.ingest.runtime.status;

import dev.kith.ingest.Page;
import dev.kith.schemas.Activity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The counts of the items read from a source.
 *
 * @param read activities published so far, repeats included
 * @param unreadable items set aside so far
 * @param ignored parts of items that were left out since the start of this process
 * @param lastEvent time of the latest activity so far
 */
public record SourceCounts(long read, long unreadable, long ignored, Optional<Instant> lastEvent) {

  /** The counts of a source that was never read. */
  public static final SourceCounts NONE = new SourceCounts(0, 0, 0, Optional.empty());

  SourceCounts withIgnored(long others) {
    return new SourceCounts(read, unreadable, others, lastEvent);
  }

  /** Adds the items of a page. Times in the future are errors of the network, and do not count. */
  SourceCounts and(Page page, Instant now) {
    return new SourceCounts(
        read + page.activities().size(),
        unreadable + page.unreadable().size(),
        ignored + page.ignored().values().stream().mapToLong(Integer::longValue).sum(),
        Stream.concat(lastEvent.stream(), page.activities().stream().map(Activity::getAt))
            .filter(time -> !time.isAfter(now))
            .max(Comparator.naturalOrder()));
  }
}
