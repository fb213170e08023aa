package dev.kith.ingest.mastodon.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the items that one source has published, by the ids of its server: a deletion names
 * only such an id, and an ended follow is only missing from its list. The changes of a page are
 * written before the page is committed, and apply once the source is read from a cursor of that
 * page: so the file and the cursor agree after a crash between the two. If the file is lost,
 * reading continues, but deletions of items that were read earlier are not recognized.
 */
public final class ItemStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ItemStore.class);
  private static final int CACHE_MEGABYTES = 4;
  private static final String PAGE = "page";

  private final MVStore store;
  private final MVMap<String, String> items;
  private final MVMap<String, String> lists;
  private final MVMap<String, String> newItems;
  private final MVMap<String, String> newLists;
  private final MVMap<String, Long> newPage;

  private ItemStore(MVStore store) {
    this.store = store;
    this.items = store.openMap("items");
    this.lists = store.openMap("lists");
    this.newItems = store.openMap("new-items");
    this.newLists = store.openMap("new-lists");
    this.newPage = store.openMap("new-page");
  }

  /** Opens the file; if another process has it open, a store in memory, with a warning. */
  public static ItemStore open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new ItemStore(
          new MVStore.Builder().cacheSize(CACHE_MEGABYTES).fileName(file.toString()).open());
    } catch (IOException | MVStoreException e) {
      LOG.warn(
          "cannot open {}, which another process may have open ({}): deletions of items that were"
              + " read before this start are not recognized",
          file,
          e.getClass().getSimpleName());
      return new ItemStore(new MVStore.Builder().open());
    }
  }

  /** The published version of an item; the key is an id of the server. */
  public Optional<KnownItem> find(String key) {
    return Optional.ofNullable(items.get(key)).map(KnownItem::parse);
  }

  /** The keys of the items that a list had when it was last compared, newest first. */
  List<String> list(String feed) {
    String keys = lists.get(feed);
    return keys == null || keys.isEmpty() ? List.of() : List.of(keys.split("\n"));
  }

  /** Whether a list was ever compared. */
  boolean isCompared(String feed) {
    return lists.containsKey(feed);
  }

  /** Writes the changes of a page before it is committed. */
  public void prepare(long page, Facts facts) {
    newItems.putAll(facts.items());
    facts.removed().forEach(key -> newItems.put(key, ""));
    facts.lists().forEach((feed, keys) -> newLists.put(feed, String.join("\n", keys)));
    newPage.put(PAGE, page);
    store.commit();
  }

  /** Applies the changes of the last page if it is committed, and else forgets them. */
  public void settle(long committed) {
    if (newPage.getOrDefault(PAGE, Long.MAX_VALUE) <= committed) {
      newItems.forEach(
          (key, item) -> {
            if (item.isEmpty()) {
              items.remove(key);
            } else {
              items.put(key, item);
            }
          });
      lists.putAll(newLists);
    }
    newItems.clear();
    newLists.clear();
    newPage.clear();
  }

  /**
   * The changes to apply when a page is committed.
   *
   * @param items to add or replace, by key, in the form of {@link KnownItem#toString}
   * @param removed keys of items that were deleted
   * @param lists keys of the newest items of each list that was compared
   */
  public record Facts(
      Map<String, String> items, List<String> removed, Map<String, List<String>> lists) {}

  @Override
  public void close() {
    store.close();
  }
}
