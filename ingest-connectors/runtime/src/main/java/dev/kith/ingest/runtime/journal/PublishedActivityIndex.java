package dev.kith.ingest.runtime.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The position in the topic of the last published version of each activity, of all sources of this
 * process, so that a further copy can be merged with it. An entry may be missing or point to
 * another record: then a copy is published as it was read, and readers take the copy with more
 * content. So no activity is lost if the file is deleted. Safe for several threads.
 */
public final class PublishedActivityIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedActivityIndex.class);
  private static final int CACHE_MEGABYTES = 8;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final MVStore store;
  private final MVMap<String, String> positions;

  /**
   * One version of an activity in the topic.
   *
   * @param partition of the topic
   * @param offset in the partition
   * @param order of the version, by {@link dev.kith.schemas.RevisionOrder}
   * @param sources that delivered it; empty if an earlier version of Kith stored the position
   */
  public record Position(int partition, long offset, long order, Set<String> sources) {
    public Position {
      sources = Set.copyOf(sources);
    }

    private String text() {
      String names = String.join(",", new TreeSet<>(sources));
      return partition + " " + offset + " " + order + (names.isEmpty() ? "" : " " + names);
    }

    private static Position read(String text) {
      String[] parts = text.split(" ", 4);
      return new Position(
          Integer.parseInt(parts[0]),
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          parts.length < 4 ? Set.of() : Set.of(parts[3].split(",", -1)));
    }
  }

  private PublishedActivityIndex(MVStore store) {
    this.store = store;
    this.positions = store.openMap("positions");
  }

  /** Opens the file; if that fails, an index in memory, with a warning. */
  public static PublishedActivityIndex in(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new PublishedActivityIndex(
          new MVStore.Builder().cacheSize(CACHE_MEGABYTES).fileName(file.toString()).open());
    } catch (IOException | MVStoreException e) {
      LOG.warn(
          "cannot open {}, which another process may have open ({}): copies of activities that were"
              + " published before this start are not merged",
          file,
          e.getClass().getSimpleName());
      return inMemory();
    }
  }

  public static PublishedActivityIndex inMemory() {
    return new PublishedActivityIndex(new MVStore.Builder().open());
  }

  public Optional<Position> find(String id) {
    return Optional.ofNullable(positions.get(id)).map(Position::read);
  }

  /**
   * Stores the new position of an activity, unless another source has stored one since (compare and
   * set).
   *
   * @param expected result of {@link #find} before the activity was published; null for none
   * @return whether it was stored
   */
  public boolean replace(String id, @Nullable Position expected, Position now) {
    return expected == null
        ? positions.putIfAbsent(id, now.text()) == null
        : positions.replace(id, expected.text(), now.text());
  }

  /** Writes what was stored to the file, so that it is there after a crash. */
  void save() {
    store.commit();
  }

  /** Removes entries, also on disk, so that nothing is merged with these activities. */
  void remove(Collection<String> ids) {
    ids.forEach(positions::remove);
    save();
  }

  /** The lock to hold while a page is published; several sources can hold it. */
  Lock publishing() {
    return lock.readLock();
  }

  /** The lock to hold while activities are erased; no source publishes meanwhile. */
  Lock erasing() {
    return lock.writeLock();
  }

  @Override
  public void close() {
    store.close();
  }
}
