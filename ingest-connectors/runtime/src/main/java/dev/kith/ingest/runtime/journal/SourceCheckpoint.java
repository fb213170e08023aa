package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.runtime.status.SourceCounts;

/**
 * The committed progress of a source, from which a reader continues.
 *
 * @param cursor after the last committed page
 * @param counts of the items read so far
 */
public record SourceCheckpoint(Cursor cursor, SourceCounts counts) {
  /** The checkpoint of a source that was never read. */
  public static final SourceCheckpoint START =
      new SourceCheckpoint(Cursor.START, SourceCounts.NONE);
}
