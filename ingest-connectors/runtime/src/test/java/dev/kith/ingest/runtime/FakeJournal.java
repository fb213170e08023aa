package dev.kith.ingest.runtime;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.journal.Journal;
import dev.kith.ingest.runtime.journal.JournalException;
import dev.kith.ingest.runtime.journal.SourceCheckpoint;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.Activity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A journal in memory that can be told to fail, before or after it has kept a page. */
final class FakeJournal implements Journal {
  final List<Page> pages = new ArrayList<>();
  final List<SourceStatus> statuses = new ArrayList<>();
  final Deque<Trouble> troubles = new ArrayDeque<>();
  boolean takenOver;
  boolean closed;
  private SourceCheckpoint checkpoint = SourceCheckpoint.START;

  /** What goes wrong with one call of append. */
  enum Trouble {
    NONE,
    LOST,
    KEPT_BUT_NOT_TOLD
  }

  @Override
  public SourceCheckpoint open() throws JournalException {
    if (takenOver) {
      throw new JournalException.TakenOver();
    }
    return checkpoint;
  }

  @Override
  public synchronized void append(Page page, SourceStatus status) throws JournalException {
    Trouble trouble = troubles.isEmpty() ? Trouble.NONE : troubles.removeFirst();
    if (trouble == Trouble.LOST) {
      throw new JournalException.Unavailable("lost", null);
    }
    checkpoint = new SourceCheckpoint(page.next(), status.counts());
    if (!page.activities().isEmpty()) {
      pages.add(page);
    }
    statuses.add(status);
    if (trouble == Trouble.KEPT_BUT_NOT_TOLD) {
      throw new JournalException.Unavailable("no answer", null);
    }
  }

  List<String> ids() {
    return pages.stream().flatMap(page -> page.activities().stream()).map(Activity::getId).toList();
  }

  Cursor cursor() {
    return checkpoint.cursor();
  }

  @Override
  public void close() {
    closed = true;
  }
}
