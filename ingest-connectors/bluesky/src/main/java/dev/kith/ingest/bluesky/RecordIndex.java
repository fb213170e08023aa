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
 * The addresses of the records that a source has published, so that deletions of strangers are told
 * from those of no interest, an account that is deleted takes all its records along, and a
 * repository that is read again shows what was deleted in between. An entry is written before its
 * page is committed and removed after: an address too many costs a deletion of nothing.
 */
final class RecordIndex implements AutoCloseable {
  private final MVStore store;
  private final MVMap<String, String> records;
  private final Set<String> uncommitted = new TreeSet<>();

  private RecordIndex(@Nullable Path file) {
    this.store = new MVStore.Builder().fileName(file == null ? null : file.toString()).open();
    this.records = store.openMap("records");
  }

  /** In a file; its folder is made if needed. */
  static RecordIndex in(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new RecordIndex(file);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a folder for " + file.getFileName(), e);
    }
  }

  /** In memory only. */
  static RecordIndex temporary() {
    return new RecordIndex(null);
  }

  /**
   * Remembers a record.
   *
   * @param note what has to be known of it: the account followed, the purpose of a list
   */
  void put(AtUri uri, String note) {
    if (records.put(uri.toString(), note) == null) {
      uncommitted.add(uri.toString());
    }
  }

  boolean contains(AtUri uri) {
    return records.containsKey(uri.toString());
  }

  /** The note of a record; empty if it is not known. */
  String note(String uri) {
    return records.getOrDefault(uri, "");
  }

  /** Whether any record of the account is known. */
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

  /** Whom these accounts follow. */
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

  /** From inclusive, until exclusive. */
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

  /** What was put belongs to a page that is published. */
  void commit() {
    uncommitted.clear();
  }

  /** What was put since the last commit belongs to a page that is read again. */
  void rollBack() {
    uncommitted.forEach(records::remove);
    uncommitted.clear();
  }

  /** Makes what was put survive a crash. */
  void flush() {
    store.commit();
  }

  @Override
  public void close() {
    store.close();
  }
}
