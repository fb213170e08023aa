package dev.kith.ingest.runtime;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.runtime.journal.Journal;
import dev.kith.ingest.runtime.journal.JournalException;
import dev.kith.ingest.runtime.journal.SourceCheckpoint;
import dev.kith.ingest.runtime.status.SourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits the pages of a connector to its journal, at most one at a time. */
final class PageCommitter {
  private static final Logger LOG = LoggerFactory.getLogger(PageCommitter.class);

  /** Of one page. */
  private static final int MAX_LINES = 20;

  private final Connector connector;
  private final Journal journal;
  private Cursor kept = Cursor.START;
  private @Nullable PageCommit underWay;

  PageCommitter(Connector connector, Journal journal) {
    this.connector = connector;
    this.journal = journal;
  }

  /** Opens the journal and returns where to continue. */
  SourceCheckpoint open() throws JournalException {
    underWay = null;
    SourceCheckpoint checkpoint = journal.open();
    kept = checkpoint.cursor();
    return checkpoint;
  }

  /** Starts the commit of a page; the next may be read meanwhile. */
  void start(Page page, SourceStatus status) {
    underWay = PageCommit.start(journal, page, status);
  }

  /** Waits for the running commit, if there is one, and notifies the connector. */
  void settle() throws JournalException {
    PageCommit commit = underWay;
    underWay = null;
    if (commit != null) {
      Page page = commit.finish();
      kept = page.next();
      connector.committed(page);
      log(page.unreadable());
    }
  }

  /** Logs each item with its reason, up to a number a person would read. */
  private void log(List<UnreadableItem> setAside) {
    setAside.stream()
        .limit(MAX_LINES)
        .forEach(item -> LOG.warn("source {}: set aside: {}", connector.source(), item.reason()));
    if (setAside.size() > MAX_LINES) {
      LOG.warn(
          "source {}: {} more of this page are set aside, each with its reason",
          connector.source(),
          setAside.size() - MAX_LINES);
    }
  }

  /** The same before stopping: a page that could not be committed is read by the next reader. */
  void settleBeforeLeaving() {
    try {
      settle();
    } catch (JournalException failure) {
      LOG.info("source {}: the last page is left to the next reader", connector.source());
    }
  }

  /** Commits a status without a page. */
  void note(SourceStatus status) throws JournalException {
    journal.append(Page.empty(kept), status);
  }
}
