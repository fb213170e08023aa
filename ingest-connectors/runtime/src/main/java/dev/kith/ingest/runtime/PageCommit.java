package dev.kith.ingest.runtime;

import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.journal.Journal;
import dev.kith.ingest.runtime.journal.JournalException;
import dev.kith.ingest.runtime.status.SourceStatus;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** The commit of a page, which runs while the next page is read. */
final class PageCommit {
  private final Page page;
  private final FutureTask<@Nullable JournalException> task;

  private PageCommit(Journal journal, Page page, SourceStatus status) {
    this.page = page;
    this.task = new FutureTask<>(() -> append(journal, page, status));
  }

  static PageCommit start(Journal journal, Page page, SourceStatus status) {
    var commit = new PageCommit(journal, page, status);
    Thread.ofVirtual().name("commit-" + status.source()).start(commit.task);
    return commit;
  }

  private static @Nullable JournalException append(
      Journal journal, Page page, SourceStatus status) {
    try {
      journal.append(page, status);
      return null;
    } catch (JournalException failure) {
      return failure;
    }
  }

  /**
   * Waits until the page is committed, and returns it. An interrupt does not end the wait, because
   * a loop that stops must know whether the page was committed.
   */
  Page finish() throws JournalException {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          JournalException failure = task.get();
          if (failure != null) {
            throw failure;
          }
          return page;
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the commit of a page failed unexpectedly", e.getCause());
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
