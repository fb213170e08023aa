package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.status.SourceStatus;

/** Stores the pages of one source with their cursors. Used by one thread at a time. */
public interface Journal extends AutoCloseable {
  /**
   * Makes this reader the only one of its source; returns the last committed position. Called again
   * after a failure. After opening, a reader writes at once, at least a status, so that an earlier
   * reader finds out.
   *
   * @throws JournalException.TakenOver if another reader has opened the source since this one did
   */
  SourceCheckpoint open() throws JournalException;

  /**
   * Commits a page, its cursor and the status after it in one transaction, or in several if the
   * page is too large; the cursor is in the last one. An empty page commits only the status.
   */
  void append(Page page, SourceStatus status) throws JournalException;

  @Override
  void close();
}
