package dev.kith.ingest.runtime.status;

import dev.kith.ingest.Page;
import dev.kith.schemas.Activity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read from a source.
 *
 * @param read activities published so far, repeats included
 * @param unreadable items set aside so far
 * @param ignored parts of items left out since this process reads
 * @param lastEvent when the latest activity so far was done
 */
public record SourceCounts(long read, long unreadable, long ignored, Optional<Instant> lastEvent) {

  /** Of a source that was never read. */
  public static final SourceCounts NONE = new SourceCounts(0, 0, 0, Optional.empty());

  SourceCounts withIgnored(long others) {
    return new SourceCounts(read, unreadable, others, lastEvent);
  }

  /** With the items of one more page. A time in the future is a mistake of the network. */
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
