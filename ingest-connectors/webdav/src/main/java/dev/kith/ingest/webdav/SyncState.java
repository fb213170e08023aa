package dev.kith.ingest.webdav;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a collection has been read.
 *
 * @param token of the server from which it tells the changes; null if it gives none, or while the
 *     collection is read for the first time
 * @param items that were read, by their paths
 */
public record SyncState(@Nullable String token, NavigableMap<String, SyncedItem> items) {
  /** The state of a collection that was never read. */
  public static final SyncState START = new SyncState(null, Collections.emptyNavigableMap());

  /** With a copy of the items. */
  public SyncState {
    items = Collections.unmodifiableNavigableMap(new TreeMap<>(items));
  }

  /**
   * The state once these changes are read.
   *
   * @param notes what to remember of each item, by its path; nothing of those that are not in it
   */
  public SyncState after(DavChanges changes, Map<String, String> notes) {
    NavigableMap<String, SyncedItem> next = new TreeMap<>(items);
    for (DavItem item : changes.items()) {
      String note = notes.getOrDefault(item.href(), "");
      next.put(item.href(), new SyncedItem(item.etag(), note));
    }
    changes.removed().forEach(next::remove);
    return new SyncState(changes.token(), next);
  }
}
