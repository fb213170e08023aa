package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Reads a connector as the runtime does, and keeps its pages in memory, when it is let to. */
final class InMemoryJournal {
  private final Connector connector;
  private final List<Page> pages = new CopyOnWriteArrayList<>();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final Thread thread;

  /** Reads at once, but keeps nothing before {@link #open}. */
  InMemoryJournal(Connector connector) {
    this.connector = connector;
    this.thread = Thread.ofVirtual().start(this::run);
  }

  InMemoryJournal open() {
    opened.countDown();
    return this;
  }

  private void run() {
    try {
      Cursor cursor = Cursor.START;
      while (!Thread.currentThread().isInterrupted()) {
        Page page = connector.read(cursor);
        opened.await();
        if (!page.isEmptyAfter(cursor)) {
          pages.add(page);
          connector.committed(page);
          cursor = page.next();
        }
      }
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<String> activities() {
    return pages.stream()
        .flatMap(page -> page.activities().stream())
        .map(activity -> activity.getId())
        .toList();
  }

  List<String> profiles() {
    return pages.stream()
        .flatMap(page -> page.profiles().stream())
        .map(profile -> profile.getAccount())
        .toList();
  }

  void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
