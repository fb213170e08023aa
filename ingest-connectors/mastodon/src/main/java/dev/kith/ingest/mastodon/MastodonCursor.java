package dev.kith.ingest.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.mastodon.feed.FeedPosition;
import java.util.Map;
import java.util.TreeMap;

/**
 * The position in each list of a source. Stored as JSON.
 *
 * @param positions by the name of the list
 */
record MastodonCursor(Map<String, FeedPosition> positions) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, FeedPosition>> POSITIONS =
      new TypeReference<>() {};

  static MastodonCursor parse(Cursor cursor) throws Refused {
    if (cursor.equals(Cursor.START)) {
      return new MastodonCursor(Map.of());
    }
    try {
      return new MastodonCursor(JSON.readValue(cursor.position(), POSITIONS));
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
    return new MastodonCursor(others);
  }

  Cursor toCursor() {
    try {
      return new Cursor(JSON.writeValueAsString(positions));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }
}
