package dev.kith.ingest.webdav;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How far each collection of a source has been read. It is written as compressed JSON, with about
 * 50 bytes an item, because it is committed together with what was read: no file of the connector
 * can disagree with it after a crash.
 *
 * @param since when the source was first read, in milliseconds since 1970
 * @param revision of what was read last, for items that state none; it never decreases
 * @param collections by address
 */
public record SyncCursor(long since, long revision, NavigableMap<String, SyncState> collections) {
  /** Characters; Kafka takes no record of more than a megabyte. */
  private static final int LONGEST = 900_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** With a copy of the collections. */
  public SyncCursor {
    collections = Collections.unmodifiableNavigableMap(new TreeMap<>(collections));
  }

  /**
   * Reads a cursor.
   *
   * @param now the moment of the first reading, if nothing was read yet
   */
  public static SyncCursor parse(Cursor cursor, long now) throws Refused {
    if (cursor.equals(Cursor.START)) {
      return new SyncCursor(now, now, Collections.emptyNavigableMap());
    }
    try {
      byte[] packed = Base64.getDecoder().decode(cursor.position());
      return JSON.readValue(
          new GZIPInputStream(new ByteArrayInputStream(packed)), SyncCursor.class);
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused("expected a cursor of synchronized collections, found another", e);
    }
  }

  /** How far a collection has been read. */
  public SyncState state(String collection) {
    return collections.getOrDefault(collection, SyncState.START);
  }

  /** With another state of a collection. */
  public SyncCursor with(String collection, SyncState state) {
    NavigableMap<String, SyncState> next = new TreeMap<>(collections);
    next.put(collection, state);
    return new SyncCursor(since, revision, next);
  }

  /** With the next revision: the present moment, unless the clock has been set back. */
  public SyncCursor withNextRevision(long now) {
    return new SyncCursor(since, Math.max(now, revision + 1), collections);
  }

  /** Without a collection that is no longer read. */
  public SyncCursor without(String collection) {
    NavigableMap<String, SyncState> next = new TreeMap<>(collections);
    next.remove(collection);
    return new SyncCursor(since, revision, next);
  }

  /**
   * The text form.
   *
   * @throws Refused if there are more items than one source can follow, about 15,000
   */
  public Cursor toCursor() throws Refused {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException("text can always be compressed in memory", e);
    }
    String text = Base64.getEncoder().encodeToString(packed.toByteArray());
    if (text.length() > LONGEST) {
      throw new Refused(
          "expected collections of at most about 15,000 items in one source, found more; add a"
              + " source for each collection",
          null);
    }
    return new Cursor(text);
  }
}
