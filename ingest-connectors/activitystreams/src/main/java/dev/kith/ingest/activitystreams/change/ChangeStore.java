package dev.kith.ingest.activitystreams.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Longs;
import dev.kith.ingest.activitystreams.activity.ActivityKey;
import dev.kith.schemas.Activity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the facts that decide whether a change counts, which activity an Undo means, and whom a
 * like of a bare address is directed at: owners of objects, unproven changes, activities and undos
 * by key. All sources of this process share one file. Facts are only added and are idempotent, so a
 * page that is read again is the same page.
 */
public final class ChangeStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeStore.class);
  private static final int CACHE_MEGABYTES = 8;

  /** Milliseconds; networks state whole seconds, so a removal may seem older than what it means. */
  private static final long TOLERANCE = 1_000;

  /** Entries of one actor, kind and object; the oldest are forgotten. */
  private static final int MAX_ENTRIES = 50;

  /** Most activities that wait for the owner of their object. */
  private static final int MAX_WAITING = 200_000;

  private final @Nullable Path file;
  private @Nullable Opened opened;

  private ChangeStore(@Nullable Path file) {
    this.file = file;
  }

  /** Kept in a file, which is made when it is first needed. */
  public static ChangeStore in(Path file) {
    return new ChangeStore(file);
  }

  /** In memory only. */
  public static ChangeStore temporary() {
    return new ChangeStore(null);
  }

  /** The tables of the file; keys are hashes where there may be many. */
  private record Opened(
      MVStore store,
      MVMap<Long, String> owners,
      MVMap<String, byte[]> waiting,
      MVMap<String, String> claims,
      MVMap<Long, String> activities,
      MVMap<String, Boolean> sources) {
    static Opened of(MVStore store) {
      return new Opened(
          store,
          store.openMap("owners"),
          store.openMap("waiting"),
          store.openMap("claims"),
          store.openMap("activities"),
          store.openMap("sources"));
    }
  }

  /** Opens the file; to be called before anything else. */
  synchronized void open() {
    if (opened == null) {
      opened = Opened.of(file == null ? new MVStore.Builder().open() : open(file));
    }
  }

  /** In memory, with a warning, if another process has the file or it cannot be read. */
  private static MVStore open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new MVStore.Builder().cacheSize(CACHE_MEGABYTES).fileName(file.toString()).open();
    } catch (IOException | MVStoreException e) {
      LOG.warn(
          "expected to be the only one to write {}, found that it cannot be ({}): files are read"
              + " from their beginning, and who undoes what was posted before this start is not"
              + " known",
          file,
          e.getClass().getSimpleName());
      return new MVStore.Builder().open();
    }
  }

  private Opened opened() {
    if (opened == null) {
      throw new IllegalStateException("expected open() to have been called");
    }
    return opened;
  }

  /** Whether something of a source was read and kept since the file exists. */
  synchronized boolean isRead(String source) {
    return opened().sources.containsKey(source);
  }

  /** Says that something of a source was read from its beginning and kept. */
  synchronized void markRead(String source) {
    opened().sources.put(source, true);
  }

  /** Stores the owner of an object; the first one stays. */
  synchronized void addOwner(String id, String account) {
    opened().owners.putIfAbsent(hash(id), account);
  }

  /** The owner of an object, if it is known. */
  synchronized Optional<String> owner(String id) {
    return Optional.ofNullable(opened().owners.get(hash(id)));
  }

  /** Stores an activity until the owner of its object is known. */
  synchronized void addWaiting(String object, Activity activity) {
    if (opened().waiting.sizeAsLong() < MAX_WAITING) {
      try {
        byte[] bytes = activity.toByteBuffer().array();
        opened().waiting.put(waitingKey(object) + activity.getId(), bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("writing to memory cannot fail", e);
      }
    }
  }

  /** The activities that wait for the owner of an object. */
  synchronized List<Activity> waiting(String object) {
    List<Activity> found = new ArrayList<>();
    String prefix = waitingKey(object);
    Iterator<String> keys = opened().waiting.keyIterator(prefix);
    while (keys.hasNext()) {
      String key = keys.next();
      byte[] bytes = key.startsWith(prefix) ? opened().waiting.get(key) : null;
      if (bytes == null) {
        break;
      }
      found.add(read(bytes));
    }
    return found;
  }

  private static Activity read(byte[] bytes) {
    try {
      return Activity.fromByteBuffer(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("expected an activity as it was written", e);
    }
  }

  /** A short key for which no collision can be constructed. */
  private static long hash(String text) {
    return Longs.fromByteArray(Hashing.sha256().hashString(text, UTF_8).asBytes());
  }

  private static String waitingKey(String object) {
    return HexFormat.of().toHexDigits(hash(object)) + ' ';
  }

  /**
   * A removal or an edit of an object: of one whose owner was not known, or by its owner.
   *
   * @param account that claims it to be its own
   * @param at when
   * @param revision under which it is published, or would be
   * @param published whether it was
   * @param removed whether it is a removal
   */
  record Claim(String account, long at, long revision, boolean published, boolean removed) {
    private String line() {
      return String.join(
          "\t",
          Long.toString(at),
          Long.toString(revision),
          published ? "p" : "",
          removed ? "r" : "",
          account);
    }

    private static Claim parse(String line) {
      String[] part = line.split("\t", 5);
      return new Claim(
          part[4],
          Long.parseLong(part[0]),
          Long.parseLong(part[1]),
          part[2].equals("p"),
          part[3].equals("r"));
    }
  }

  synchronized void claim(String id, Claim claim) {
    List<Claim> claims = new ArrayList<>(claims(id));
    if (!claims.contains(claim) && claims.size() < MAX_ENTRIES) {
      claims.add(claim);
      opened().claims.put(id, String.join("\n", claims.stream().map(Claim::line).toList()));
    }
  }

  synchronized List<Claim> claims(String id) {
    String lines = opened().claims.isEmpty() ? null : opened().claims.get(id);
    return lines == null ? List.of() : lines.lines().map(Claim::parse).toList();
  }

  /**
   * An activity, or an Undo.
   *
   * @param removal whether it is the taking back
   * @param at when
   * @param id of the activity
   */
  private record Entry(boolean removal, long at, String id) {
    String line() {
      return String.join("\t", removal ? "u" : "d", Long.toString(at), id);
    }

    static Entry parse(String line) {
      String[] part = line.split("\t", 3);
      return new Entry(part[0].equals("u"), Long.parseLong(part[1]), part[2]);
    }

    long effective() {
      return removal ? at + TOLERANCE : at;
    }
  }

  /**
   * Adds an activity.
   *
   * @return what is taken back of the same actor, kind and object, by id, and when
   */
  synchronized Map<String, Long> addActivity(ActivityKey key, String id, long at) {
    return note(key, new Entry(false, at, id));
  }

  /**
   * Adds an Undo.
   *
   * @param undo id of the taking back
   * @return what is taken back of the same actor, kind and object, by id, and when
   */
  synchronized Map<String, Long> addUndo(ActivityKey key, String undo, long at) {
    return note(key, new Entry(true, at, undo));
  }

  private Map<String, Long> note(ActivityKey key, Entry entry) {
    List<Entry> entries = entries(key);
    if (entries.stream()
        .noneMatch(each -> each.removal == entry.removal && each.id.equals(entry.id))) {
      entries.add(entry);
      entries.sort(Comparator.comparingLong(Entry::effective).thenComparing(Entry::id));
      int from = Math.max(0, entries.size() - MAX_ENTRIES);
      List<String> lines = entries.subList(from, entries.size()).stream().map(Entry::line).toList();
      opened().activities.put(hash(key.key()), String.join("\n", lines));
    }
    return takenBack(entries);
  }

  /** Each Undo means the latest activity before it that no other Undo means. */
  private static Map<String, Long> takenBack(List<Entry> byTime) {
    Map<String, Long> takenBack = new LinkedHashMap<>();
    Deque<Entry> standing = new ArrayDeque<>();
    for (Entry each : byTime) {
      if (!each.removal) {
        standing.push(each);
      } else if (!standing.isEmpty()) {
        takenBack.put(standing.pop().id, each.at);
      }
    }
    return takenBack;
  }

  private List<Entry> entries(ActivityKey key) {
    String lines = opened().activities.get(hash(key.key()));
    return lines == null
        ? new ArrayList<>()
        : new ArrayList<>(lines.lines().map(Entry::parse).toList());
  }

  /** Writes the file. */
  synchronized void save() {
    opened().store.commit();
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.store.close();
      opened = null;
    }
  }
}
