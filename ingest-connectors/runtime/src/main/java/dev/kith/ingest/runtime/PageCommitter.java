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

  /** Unreadable items of one page that are logged. */
  private static final int MAX_LOGGED = 20;

  private final Connector connector;
  private final Journal journal;
  private Cursor position = Cursor.START;
  private @Nullable PageCommit running;

  PageCommitter(Connector connector, Journal journal) {
    this.connector = connector;
    this.journal = journal;
  }

  /** Opens the journal; returns the position from which to continue. */
  SourceCheckpoint open() throws JournalException {
    running = null;
    SourceCheckpoint checkpoint = journal.open();
    position = checkpoint.cursor();
    return checkpoint;
  }

  /** Starts the commit of a page; the next may be read meanwhile. */
  void start(Page page, SourceStatus status) {
    running = PageCommit.start(journal, page, status);
  }

  /** Waits for the running commit, if there is one, and then notifies the connector. */
  void settle() throws JournalException {
    PageCommit commit = running;
    running = null;
    if (commit != null) {
      Page page = commit.finish();
      position = page.next();
      connector.committed(page);
      log(page.unreadable());
    }
  }

  /** Logs the reasons of unreadable items, but no more than a person would read. */
  private void log(List<UnreadableItem> setAside) {
    setAside.stream()
        .limit(MAX_LOGGED)
        .forEach(item -> LOG.warn("source {}: set aside: {}", connector.source(), item.reason()));
    if (setAside.size() > MAX_LOGGED) {
      LOG.warn(
          "source {}: {} more of this page are set aside, each with its reason",
          connector.source(),
          setAside.size() - MAX_LOGGED);
    }
  }

  /** As {@link #settle}, before the loop stops: the next reader reads an uncommitted page again. */
  void settleBeforeStopping() {
    try {
      settle();
    } catch (JournalException failure) {
      LOG.info("source {}: the next reader reads the last page again", connector.source());
    }
  }

  /** Commits a status, with an empty page. */
  void note(SourceStatus status) throws JournalException {
    journal.append(Page.empty(position), status);
  }
}
