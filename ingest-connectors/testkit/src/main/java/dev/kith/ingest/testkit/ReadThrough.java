package dev.kith.ingest.testkit;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * All pages a connector returns from a cursor until it rests, each committed as the runtime does.
 *
 * @param from where it began
 * @param pages in the order read; the last one is empty
 */
public record ReadThrough(Cursor from, List<Page> pages) {
  private static final int MAX_PAGES = 10_000;

  /** Reads until there is nothing new. */
  public static ReadThrough of(Connector connector, Cursor from)
      throws SourceException, InterruptedException {
    List<Page> pages = new ArrayList<>();
    Cursor cursor = from;
    while (pages.size() < MAX_PAGES) {
      Page page = connector.read(cursor);
      pages.add(page);
      if (page.isEmptyAfter(cursor)) {
        return new ReadThrough(from, List.copyOf(pages));
      }
      connector.committed(page);
      cursor = page.next();
    }
    throw new AssertionError("expected the source to come to rest, read " + MAX_PAGES + " pages");
  }

  /** All activities, in the order read. */
  public List<Activity> activities() {
    return pages.stream().flatMap(page -> page.activities().stream()).toList();
  }

  /** All profiles, in the order read. */
  public List<Profile> profiles() {
    return pages.stream().flatMap(page -> page.profiles().stream()).toList();
  }

  /** All items set aside, in the order read. */
  public List<UnreadableItem> unreadable() {
    return pages.stream().flatMap(page -> page.unreadable().stream()).toList();
  }

  /** Where the source came to rest. */
  public Cursor end() {
    return pages.getLast().next();
  }

  /** The cursor from which each page was read. */
  List<Cursor> cursors() {
    List<Cursor> cursors = new ArrayList<>(List.of(from));
    pages.forEach(page -> cursors.add(page.next()));
    return List.copyOf(cursors.subList(0, pages.size()));
  }

  /** What is left of it after the first pages. */
  ReadThrough after(int pagesRead) {
    return new ReadThrough(cursors().get(pagesRead), pages.subList(pagesRead, pages.size()));
  }
}
