package dev.kith.ingest.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.mastodon.feed.FeedPosition;
import java.util.Map;
import java.util.TreeMap;

/**
 * The position in each list of a source. Stored as JSON.
 *
 * @param page number of the last page
 * @param positions by the name of the list
 */
record MastodonCursor(long page, Map<String, FeedPosition> positions) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static MastodonCursor parse(Cursor cursor) throws Refused {
    if (cursor.equals(Cursor.START)) {
      return new MastodonCursor(0, Map.of());
    }
    try {
      return JSON.readValue(cursor.position(), MastodonCursor.class);
    } catch (JsonProcessingException e) {
      throw new Refused("expected a cursor of the mastodon connector, found another", null);
    }
  }

  FeedPosition position(String feed) {
    return positions.getOrDefault(feed, FeedPosition.START);
  }

  MastodonCursor with(String feed, FeedPosition position) {
    var others = new TreeMap<>(positions);
    others.put(feed, position);
    return new MastodonCursor(page, others);
  }

  MastodonCursor onNextPage() {
    return new MastodonCursor(page + 1, positions);
  }

  Cursor toCursor() {
    try {
      return new Cursor(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }
}
