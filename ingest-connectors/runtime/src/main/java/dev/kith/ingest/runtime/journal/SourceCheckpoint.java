package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.Cursor;

/**
 * Where reading of a source continues.
 *
 * @param cursor behind what was kept last
 * @param read activities kept so far
 * @param unreadable items set aside so far
 */
public record SourceCheckpoint(Cursor cursor, long read, long unreadable) {
  /** The start of a source that was never read. */
  public static final SourceCheckpoint START = new SourceCheckpoint(Cursor.START, 0, 0);
}
