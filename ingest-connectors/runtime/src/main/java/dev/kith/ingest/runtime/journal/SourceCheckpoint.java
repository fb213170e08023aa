package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.runtime.status.SourceCounts;

/**
 * Where reading of a source continues.
 *
 * @param cursor behind what was kept last
 * @param counts what was read so far
 */
public record SourceCheckpoint(Cursor cursor, SourceCounts counts) {
  /** The start of a source that was never read. */
  public static final SourceCheckpoint START =
      new SourceCheckpoint(Cursor.START, SourceCounts.NONE);
}
