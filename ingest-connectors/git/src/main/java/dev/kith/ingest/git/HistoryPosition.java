package dev.kith.ingest.git;

import dev.kith.ingest.Cursor;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a cursor says: everything reachable from {@code read} has been read, and of what is
 * reachable from {@code tips} besides, the first {@code done} commits in the order of a {@link
 * Walk}.
 *
 * @param read heads of what has been read completely; each covers its ancestors
 * @param tips heads of what is being read; empty at rest
 * @param done how many of theirs have been read
 * @param boundary digest of where a shallow clone ends and of the .mailmap; another one means that
 *     everything is to be read again
 */
record HistoryPosition(Set<ObjectId> read, Set<ObjectId> tips, int done, String boundary) {
  private static final String SEPARATOR = ";";

  static HistoryPosition atRest(Collection<ObjectId> read, String boundary) {
    return new HistoryPosition(sorted(read), Set.of(), 0, boundary);
  }

  HistoryPosition going(Collection<ObjectId> newTips, int newDone) {
    return new HistoryPosition(read, sorted(newTips), newDone, boundary);
  }

  /** Reads what {@link #cursor} wrote. */
  static HistoryPosition parse(Cursor cursor) {
    if (cursor.equals(Cursor.START)) {
      return atRest(Set.of(), "");
    }
    String[] parts = cursor.position().split(SEPARATOR, -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "expected a position of four parts, found " + parts.length);
    }
    return new HistoryPosition(ids(parts[0]), ids(parts[1]), Integer.parseInt(parts[2]), parts[3]);
  }

  Cursor cursor() {
    return new Cursor(
        String.join(SEPARATOR, text(read), text(tips), String.valueOf(done), boundary));
  }

  private static Set<ObjectId> ids(String text) {
    return text.isEmpty()
        ? Set.of()
        : sorted(Set.of(text.split(",", -1)).stream().map(ObjectId::fromString).toList());
  }

  private static String text(Set<ObjectId> ids) {
    return ids.stream().map(ObjectId::name).collect(Collectors.joining(","));
  }

  private static Set<ObjectId> sorted(Collection<ObjectId> ids) {
    return new TreeSet<>(ids);
  }
}
