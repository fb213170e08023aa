package dev.kith.ingest.mail.location;

import dev.kith.ingest.SourceException;
import dev.kith.schemas.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Which mail is at which location of a mailbox, so that a connector can tell which mail a removed
 * file or UID was. It is in a file because it is too long for a cursor. Every entry has the number
 * of the page with which it was published, and a cursor the number of its page: entries of pages
 * that were never committed do not count, and the same cursor always sees the same entries. If the
 * file is lost, the mailbox is read again, which changes nothing, and what was removed meanwhile
 * stays.
 */
public final class MessageLocationIndex implements AutoCloseable {
  private static final String FIRST_PAGE = "first-page";
  private static final String NO_ENTRY = "0\t0\t0\t0\t\t";
  private static final char SEPARATOR = '\u0000';

  private final @Nullable Path file;
  private @Nullable Tables tables;

  /**
   * A current or former location of a mail.
   *
   * @param location folder and name or number
   * @param id of the mail
   * @param actor its author's account
   * @param at when it was written, in milliseconds since 1970
   * @param revision under which it was published from here
   * @param added page with which it was published
   * @param removed page with which it was removed, or 0
   */
  public record Entry(
      String location, String id, String actor, long at, long revision, long added, long removed) {
    /** The entry of a published mail. */
    public static Entry of(String location, Activity mail, long page) {
      return new Entry(
          location,
          mail.getId(),
          mail.getActor(),
          mail.getAt().toEpochMilli(),
          mail.getRevision(),
          page,
          0);
    }

    /** A location without a readable mail. */
    public static Entry withoutMail(String location, long page) {
      return new Entry(location, "", "", 0, 0, page, 0);
    }

    public boolean isMail() {
      return !id.isEmpty();
    }

    public boolean isKnownTo(long page) {
      return added <= page && (removed == 0 || removed > page);
    }

    /** The revision of its deletion, which depends on the mail and not on a clock. */
    long deletion() {
      return Math.max(revision, Math.max(at, 0)) + 1;
    }

    /** The same mail in another location. */
    public Entry movedTo(String other, long page) {
      return new Entry(other, id, actor, at, revision, page, 0);
    }

    private Entry removed(long page) {
      return new Entry(location, id, actor, at, revision, added, page);
    }

    private String value() {
      return String.join("\t", n(added), n(removed), n(at), n(revision), actor, id);
    }

    private static String n(long number) {
      return Long.toString(number);
    }

    private static Entry parse(String location, String value) {
      String[] p = value.split("\t", 6);
      return new Entry(
          location, p[5], p[4], number(p[2]), number(p[3]), number(p[0]), number(p[1]));
    }

    private static long number(String digits) {
      return Long.parseLong(digits);
    }
  }

  private MessageLocationIndex(@Nullable Path file) {
    this.file = file;
  }

  /** An index in a file, which is created when it is opened. */
  public static MessageLocationIndex in(Path file) {
    return new MessageLocationIndex(file);
  }

  /** In memory only. */
  public static MessageLocationIndex temporary() {
    return new MessageLocationIndex(null);
  }

  /** Opens the file; to be called before anything else. */
  public void open() throws SourceException {
    if (tables != null) {
      return;
    }
    var builder = new MVStore.Builder().cacheSize(4);
    try {
      if (file != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        builder.fileName(file.toString());
      }
      tables = Tables.of(builder.open());
    } catch (IOException | MVStoreException e) {
      throw new SourceException.Refused(
          "expected to be the only one to write "
              + file
              + ", found that it cannot be; change its mode or the setting state",
          e);
    }
  }

  /** The tables of the file. */
  private record Tables(
      MVStore store,
      MVMap<String, String> entries,
      MVMap<String, Long> byMail,
      MVMap<String, Long> state) {
    static Tables of(MVStore store) {
      return new Tables(
          store, store.openMap("locations"), store.openMap("by-mail"), store.openMap("state"));
    }
  }

  private Tables tables() {
    if (tables == null) {
      throw new IllegalStateException("expected open() to have been called");
    }
    return tables;
  }

  /** Removes all entries: the source is read from its beginning. */
  public void clear() {
    tables().entries.clear();
    tables().byMail.clear();
    startAt(0);
  }

  /** Notes that the index is complete from {@code page} on. */
  public void startAt(long page) {
    tables().state.put(FIRST_PAGE, page);
  }

  /** Whether the index is complete for a cursor with {@code page}; else the file was lost. */
  public boolean isCompleteFor(long page) {
    Long beginning = tables().state.get(FIRST_PAGE);
    return beginning != null && beginning <= page;
  }

  /** Removes what was published after {@code page}, which was never committed. */
  public void rewind(long page) {
    List<Entry> changed =
        entries("").filter(entry -> entry.added > page || entry.removed > page).toList();
    for (Entry entry : changed) {
      if (entry.added > page) {
        forget(entry);
      } else {
        put(entry.removed(0));
      }
    }
    tables().store.commit();
  }

  /** The entry of a location as of {@code page}. */
  public Optional<Entry> find(String location, long page) {
    String value = tables().entries.get(location);
    return Optional.ofNullable(value)
        .map(v -> Entry.parse(location, v))
        .filter(e -> e.isKnownTo(page));
  }

  /** All entries whose location begins with {@code prefix}. */
  public Stream<Entry> entries(String prefix) {
    return keys(tables().entries, prefix)
        .map(location -> Entry.parse(location, tables().entries.getOrDefault(location, "")));
  }

  private static Stream<String> keys(MVMap<String, ?> table, String prefix) {
    Iterable<String> keys = () -> table.keyIterator(prefix);
    return StreamSupport.stream(keys.spliterator(), false).takeWhile(key -> key.startsWith(prefix));
  }

  /** Whether the mail has a location besides those in {@code gone}. */
  public boolean existsElsewhere(String id, long page, Set<String> gone) {
    return locationsOf(id, page).stream().anyMatch(entry -> !gone.contains(entry.location));
  }

  /**
   * The revision of a mail to be published: that of its other locations; after its deletion a later
   * one, so that it is restored; else 0.
   */
  public long revision(String id, long page) {
    List<Entry> known = of(id).stream().filter(e -> e.added <= page).toList();
    return known.stream()
        .filter(e -> e.isKnownTo(page))
        .mapToLong(Entry::revision)
        .max()
        .orElseGet(() -> known.stream().mapToLong(e -> e.deletion() + 1).max().orElse(0));
  }

  /** The locations of a mail as of {@code page}. */
  public List<Entry> locationsOf(String id, long page) {
    return of(id).stream().filter(entry -> entry.isKnownTo(page)).toList();
  }

  private List<Entry> of(String id) {
    String prefix = id + SEPARATOR;
    return keys(tables().byMail, prefix)
        .map(key -> key.substring(prefix.length()))
        .map(location -> Entry.parse(location, tables().entries.getOrDefault(location, NO_ENTRY)))
        .filter(entry -> entry.id.equals(id))
        .toList();
  }

  public void put(Entry entry) {
    tables().entries.put(entry.location, entry.value());
    tables().byMail.put(entry.id + SEPARATOR + entry.location, entry.added);
  }

  /** Marks an entry as removed with a page. */
  public void remove(Entry entry, long page) {
    put(entry.removed(page));
  }

  private void forget(Entry entry) {
    tables().entries.remove(entry.location);
    tables().byMail.remove(entry.id + SEPARATOR + entry.location);
  }

  /** Commits the changes to the file. */
  public void save() {
    tables().store.commit();
  }

  @Override
  public void close() {
    if (tables != null) {
      tables.store.close();
      tables = null;
    }
  }
}
