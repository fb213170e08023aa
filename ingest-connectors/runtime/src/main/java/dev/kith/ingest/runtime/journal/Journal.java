package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.status.SourceStatus;

/** Stores the pages of one source with their cursors. Used by one thread at a time. */
public interface Journal extends AutoCloseable {
  /**
   * Makes this reader the only one of its source and returns where to continue. Called again after
   * a failure, it starts from what was committed. Whoever opens a journal writes to it at once, if
   * only a status, so that an earlier reader learns of it.
   *
   * @throws JournalException.TakenOver if another reader has opened the source since this one did
   */
  SourceCheckpoint open() throws JournalException;

  /**
   * Commits a page with its cursor and the status after it, all or nothing. A page without content
   * commits the status.
   */
  void append(Page page, SourceStatus status) throws JournalException;

  @Override
  void close();
}
