package dev.kith.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.http.Validators;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The position in each document of a source. Stored as JSON.
 *
 * @param page number of the last page
 * @param documents by address: the feed itself, and the feeds of comments
 */
record FeedCursor(long page, Map<String, Position> documents) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A position in a document.
   *
   * @param validators of the version that was read to its end
   * @param at time of the last published item, in milliseconds since 1970
   * @param id of that item
   * @param repliesTo id of the activity whose comments the document lists
   * @param movedTo address to which the document has moved for good
   */
  record Position(
      Validators validators,
      long at,
      String id,
      @Nullable String repliesTo,
      @Nullable String movedTo) {
    static final Position START = commentsOf(null);

    /** The start of the comments of an activity. */
    static Position commentsOf(@Nullable String activity) {
      return new Position(Validators.NONE, Long.MIN_VALUE, "", activity, null);
    }

    boolean isAtOrAfter(long otherAt, String otherId) {
      return at == otherAt ? id.compareTo(otherId) >= 0 : at > otherAt;
    }

    /** Behind an item, or where it is if that is further on. */
    Position after(long newAt, String newId) {
      return isAtOrAfter(newAt, newId)
          ? this
          : new Position(validators, newAt, newId, repliesTo, movedTo);
    }

    Position with(Validators newValidators, @Nullable String newAddress) {
      return new Position(newValidators, at, id, repliesTo, newAddress);
    }
  }

  static FeedCursor parse(Cursor cursor) throws Refused {
    if (cursor.equals(Cursor.START)) {
      return new FeedCursor(0, Map.of());
    }
    try {
      return JSON.readValue(cursor.position(), FeedCursor.class);
    } catch (JsonProcessingException e) {
      throw new Refused("expected a cursor of the feed connector, found another", null);
    }
  }

  Position position(String document) {
    return documents.getOrDefault(document, Position.START);
  }

  FeedCursor with(String document, Position position) {
    var others = new LinkedHashMap<>(documents);
    others.put(document, position);
    return new FeedCursor(page, others);
  }

  FeedCursor without(String document) {
    var others = new LinkedHashMap<>(documents);
    others.remove(document);
    return new FeedCursor(page, others);
  }

  FeedCursor onNextPage() {
    return new FeedCursor(page + 1, documents);
  }

  Cursor toCursor() {
    try {
      return new Cursor(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }
}
