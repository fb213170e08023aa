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

/** The way from a connector into its journal: at most one page is under way at a time. */
final class PageCommitter {
  private static final Logger LOG = LoggerFactory.getLogger(PageCommitter.class);

  /** Of one page. */
  private static final int MOST_LINES = 20;

  private final Connector connector;
  private final Journal journal;
  private Cursor kept = Cursor.START;
  private @Nullable PageCommit underWay;

  PageCommitter(Connector connector, Journal journal) {
    this.connector = connector;
    this.journal = journal;
  }

  /** Makes the journal ours and says where to go on. */
  SourceCheckpoint open() throws JournalException {
    underWay = null;
    SourceCheckpoint checkpoint = journal.open();
    kept = checkpoint.cursor();
    return checkpoint;
  }

  /** Sends a page on its way; the next may be read meanwhile. */
  void start(Page page, SourceStatus status) {
    underWay = PageCommit.start(journal, page, status);
  }

  /** Waits for the page under way, if there is one, and tells the connector that it is kept. */
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

  /** Each with its place and reason, as long as a person would read them. */
  private void log(List<UnreadableItem> setAside) {
    setAside.stream()
        .limit(MOST_LINES)
        .forEach(item -> LOG.warn("source {}: set aside: {}", connector.source(), item.reason()));
    if (setAside.size() > MOST_LINES) {
      LOG.warn(
          "source {}: {} more of this page are set aside, each with its reason",
          connector.source(),
          setAside.size() - MOST_LINES);
    }
  }

  /** The same for whoever stops: what could not be kept is read by the next reader. */
  void settleBeforeLeaving() {
    try {
      settle();
    } catch (JournalException failure) {
      LOG.info("source {}: the last page is left to the next reader", connector.source());
    }
  }

  /** Keeps a status without a page. */
  void note(SourceStatus status) throws JournalException {
    journal.append(Page.empty(kept), status);
  }
}
