package dev.kith.ingest.feed.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the items that one source has published, by the ids of their activities. The changes of
 * a page are written before the page is committed, and apply once the source is read from a cursor
 * of that page: so the file and the cursor agree after a crash between the two. If the file is
 * lost, reading continues, but removals of items that were read earlier are not recognized.
 */
public final class PublishedItems implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedItems.class);
  private static final int CACHE_MEGABYTES = 4;
  private static final String PAGE = "page";

  private final MVStore store;
  private final MVMap<String, String> items;
  private final MVMap<String, String> windows;
  private final MVMap<String, String> newItems;
  private final MVMap<String, String> newWindows;
  private final MVMap<String, Long> newPage;

  private PublishedItems(MVStore store) {
    this.store = store;
    this.items = store.openMap("items");
    this.windows = store.openMap("windows");
    this.newItems = store.openMap("new-items");
    this.newWindows = store.openMap("new-windows");
    this.newPage = store.openMap("new-page");
  }

  /** Opens the file; if another process has it open, a store in memory, with a warning. */
  public static PublishedItems open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new PublishedItems(
          new MVStore.Builder().cacheSize(CACHE_MEGABYTES).fileName(file.toString()).open());
    } catch (IOException | MVStoreException e) {
      LOG.warn(
          "cannot open {}, which another process may have open ({}): removals of items that were"
              + " read before this start are not recognized",
          file,
          e.getClass().getSimpleName());
      return new PublishedItems(new MVStore.Builder().open());
    }
  }

  /** Whether nothing was ever published, or the file was lost. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** The published version of an item, by the id of its activity. */
  public Optional<PublishedItem> find(String id) {
    return Optional.ofNullable(items.get(id)).map(PublishedItem::parse);
  }

  /** The ids of the items that a document listed when it was last read. */
  public List<String> window(String document) {
    String ids = windows.get(document);
    return ids == null || ids.isEmpty() ? List.of() : List.of(ids.split("\n"));
  }

  /** At most so many items that fulfil a condition, those first that were checked longest ago. */
  public Map<String, PublishedItem> select(
      BiPredicate<String, PublishedItem> condition, int limit) {
    List<Map.Entry<String, PublishedItem>> found = new ArrayList<>();
    items.forEach(
        (id, text) -> {
          PublishedItem item = PublishedItem.parse(text);
          if (condition.test(id, item)) {
            found.add(Map.entry(id, item));
          }
        });
    found.sort(Comparator.comparingLong(each -> each.getValue().checked()));
    Map<String, PublishedItem> first = new LinkedHashMap<>();
    found.stream().limit(limit).forEach(each -> first.put(each.getKey(), each.getValue()));
    return first;
  }

  /** Notes an item of which nothing is to be published. */
  public void note(String id, PublishedItem item) {
    items.put(id, item.toString());
  }

  /** Notes what a document lists, when nothing of it is to be published. */
  public void noteWindow(String document, List<String> ids) {
    windows.put(document, String.join("\n", ids));
  }

  /** Writes the changes of a page before it is committed. */
  public void prepare(
      long page, Map<String, PublishedItem> changed, Map<String, List<String>> listed) {
    changed.forEach((id, item) -> newItems.put(id, item.toString()));
    listed.forEach((document, ids) -> newWindows.put(document, String.join("\n", ids)));
    newPage.put(PAGE, page);
    store.commit();
  }

  /** Applies the changes of the last page if it is committed, and else forgets them. */
  public void settle(long committed) {
    if (newPage.getOrDefault(PAGE, Long.MAX_VALUE) <= committed) {
      items.putAll(newItems);
      windows.putAll(newWindows);
    }
    newItems.clear();
    newWindows.clear();
    newPage.clear();
  }

  @Override
  public void close() {
    store.close();
  }
}
