package dev.kith.ingest.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A table of a file whose entries have the number of the page with which they were written, so that
 * those of a page that was never committed can be taken back. The entry before is stored as well.
 */
final class PagedTable {
  private static final String REMOVED = "-";
  private static final String PRESENT = "+";

  private final MVMap<String, String> current;
  private final MVMap<String, String> before;

  private PagedTable(MVMap<String, String> current, MVMap<String, String> before) {
    this.current = current;
    this.before = before;
  }

  static PagedTable in(MVStore store, String name) {
    return new PagedTable(store.openMap(name), store.openMap(name + "-before"));
  }

  Optional<String> get(String key) {
    return value(current.get(key));
  }

  void put(String key, String value, long page) {
    write(key, page + " " + PRESENT + value, page);
  }

  void remove(String key, long page) {
    if (get(key).isPresent()) {
      write(key, page + " " + REMOVED, page);
    }
  }

  private void write(String key, String entry, long page) {
    String last = current.put(key, entry);
    if (last != null && page(last) < page) {
      before.put(key, last);
    }
  }

  /** All entries whose key begins with a prefix, in the order of their keys. */
  void forEach(String prefix, BiConsumer<String, String> action) {
    for (var keys = current.keyIterator(prefix); keys.hasNext(); ) {
      String key = keys.next();
      if (!key.startsWith(prefix)) {
        return;
      }
      get(key).ifPresent(value -> action.accept(key, value));
    }
  }

  /** Takes back what was written for later pages. */
  void rewind(long page) {
    List<String> later = new ArrayList<>();
    current.forEach(
        (key, entry) -> {
          if (page(entry) > page) {
            later.add(key);
          }
        });
    for (String key : later) {
      String last = before.remove(key);
      if (last != null && page(last) <= page) {
        current.put(key, last);
      } else {
        current.remove(key);
      }
    }
  }

  private static long page(String entry) {
    return Long.parseLong(entry.substring(0, entry.indexOf(' ')));
  }

  private static Optional<String> value(@Nullable String entry) {
    return Optional.ofNullable(entry)
        .map(text -> text.substring(text.indexOf(' ') + 1))
        .filter(text -> text.startsWith(PRESENT))
        .map(text -> text.substring(PRESENT.length()));
  }
}
