package dev.kith.ingest.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.ingest.Cursor;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The position of a source in the events, in the repositories and in the notifications.
 *
 * @param stream whose events are numbered
 * @param seq number of the last event that was read; null if none was
 * @param read revision up to which the repository of an account was read, by DID
 * @param progress in the repository that is being read; null between two
 * @param notified time of the last notification in ISO 8601; empty if none was read
 */
record BlueskyCursor(
    String stream,
    @Nullable Long seq,
    Map<String, String> read,
    @Nullable Progress progress,
    String notified) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The position in a repository that is being read.
   *
   * @param did owner of the repository
   * @param revision of the repository when reading began
   * @param collection that is being read
   * @param key of the last record that was read; empty at the start of a collection
   */
  record Progress(String did, String revision, String collection, String key) {}

  static BlueskyCursor parse(Cursor cursor, String stream) {
    if (cursor.equals(Cursor.START)) {
      return new BlueskyCursor(stream, null, Map.of(), null, "");
    }
    try {
      return JSON.readValue(cursor.position(), BlueskyCursor.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected a cursor that this connector wrote", e);
    }
  }

  Cursor format() {
    try {
      return new Cursor(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every cursor can be written", e);
    }
  }

  BlueskyCursor at(@Nullable Long event) {
    return new BlueskyCursor(stream, event, read, progress, notified);
  }

  BlueskyCursor notifiedUntil(String time) {
    return new BlueskyCursor(stream, seq, read, progress, time);
  }

  BlueskyCursor in(@Nullable Progress other) {
    return new BlueskyCursor(stream, seq, read, other, notified);
  }

  /** The repository is read as it was at that revision. */
  BlueskyCursor finished(String did, String revision) {
    return in(null).readUntil(did, revision);
  }

  /** The commits of the repository are read up to that revision. */
  BlueskyCursor readUntil(String did, String revision) {
    Map<String, String> more = new TreeMap<>(read);
    more.put(did, revision);
    return new BlueskyCursor(stream, seq, more, progress, notified);
  }

  /** The repository has to be read again. */
  BlueskyCursor without(String did) {
    Map<String, String> fewer = new TreeMap<>(read);
    fewer.remove(did);
    return new BlueskyCursor(stream, seq, fewer, progress, notified);
  }

  /** All repositories have to be read again, and the events of a stream from now on. */
  BlueskyCursor anew(String otherStream) {
    return new BlueskyCursor(otherStream, null, Map.of(), null, notified);
  }

  /** All repositories have to be read again. */
  BlueskyCursor withGap() {
    return new BlueskyCursor(stream, seq, Map.of(), null, notified);
  }
}
