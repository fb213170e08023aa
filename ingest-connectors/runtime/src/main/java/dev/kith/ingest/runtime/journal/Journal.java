package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.status.SourceStatus;

/** Where one source's pages are kept, cursor and all. Used by one thread at a time. */
public interface Journal extends AutoCloseable {
  /**
   * Makes this reader the only one of its source and says where to go on. Called again after a
   * failure, it begins anew from what was kept. Whoever opens a journal writes to it at once, if
   * only a status, so that an earlier reader learns of it.
   *
   * @throws JournalException.TakenOver if another reader has opened the source since this one did
   */
  SourceCheckpoint open() throws JournalException;

  /**
   * Keeps a page with its cursor and the status that then holds, all or nothing. A page without
   * content keeps the status.
   */
  void append(Page page, SourceStatus status) throws JournalException;

  @Override
  void close();
}
