package dev.kith.ingest.bluesky;

import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * An index of the records that a source has published, by address. With it, deletions of published
 * records are distinguished from irrelevant ones, the deletion of an account deletes all of its
 * records, and reading a repository again finds the records that were deleted in between. An entry
 * is added before its page is committed and removed after the commit of a deletion: a surplus entry
 * only causes a deletion without effect.
 */
final class RecordIndex implements AutoCloseable {
  private final MVStore store;
  private final MVMap<String, String> records;

  private RecordIndex(@Nullable Path file) {
    this.store = new MVStore.Builder().fileName(file == null ? null : file.toString()).open();
    this.records = store.openMap("records");
  }

  /** An index in a file; its folder is created if needed. */
  static RecordIndex in(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new RecordIndex(file);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a folder for " + file.getFileName(), e);
    }
  }

  /** An index in memory. */
  static RecordIndex temporary() {
    return new RecordIndex(null);
  }

  /**
   * Adds a record.
   *
   * @param note value to store with it: the followed account, or the purpose of a list
   */
  void put(AtUri uri, String note) {
    records.put(uri.toString(), note);
  }

  boolean contains(AtUri uri) {
    return records.containsKey(uri.toString());
  }

  /** The note of a record; empty if the record is not in the index. */
  String note(String uri) {
    return records.getOrDefault(uri, "");
  }

  /** Whether any record of the account is in the index. */
  boolean hasRecordsOf(String did) {
    String first = records.ceilingKey("at://" + did + "/");
    return first != null && first.startsWith("at://" + did + "/");
  }

  /** All records of an account. */
  List<AtUri> recordsOf(String did) {
    return range("at://" + did + "/", "at://" + did + "0");
  }

  /**
   * The records of a collection whose keys are in a range.
   *
   * @param after exclusive; empty from the start
   * @param last inclusive; empty to the end
   */
  List<AtUri> records(String did, String collection, String after, String last) {
    String prefix = "at://" + did + "/" + collection + "/";
    String until = last.isEmpty() ? "at://" + did + "/" + collection + "0" : prefix + last + "\0";
    return range(after.isEmpty() ? prefix : prefix + after + "\0", until);
  }

  /** The accounts that these accounts follow. */
  Set<String> followedBy(Collection<String> dids) {
    Set<String> followed = new TreeSet<>();
    for (String did : dids) {
      for (AtUri follow : records(did, Lexicon.FOLLOW.collection(), "", "")) {
        followed.add(note(follow.toString()));
      }
    }
    followed.remove("");
    return followed;
  }

  /** The addresses in a range; from is inclusive, until is exclusive. */
  private List<AtUri> range(String from, String until) {
    List<AtUri> found = new ArrayList<>();
    Iterator<String> keys = records.keyIterator(from);
    while (keys.hasNext()) {
      String key = keys.next();
      if (key.compareTo(until) >= 0) {
        break;
      }
      AtUri.parse(key).ifPresent(found::add);
    }
    return found;
  }

  void remove(String uri) {
    records.remove(uri);
  }

  /** Writes the added entries to disk. */
  void flush() {
    store.commit();
  }

  @Override
  public void close() {
    store.close();
  }
}
