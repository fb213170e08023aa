package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.http.Validators;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The position in one list.
 *
 * @param since time of the last item that was read, as the server writes it; empty at the beginning
 * @param seen ids of the read items of that time, which the server lists again
 * @param etag ETag of the last response without new items
 */
record StreamPosition(String since, List<String> seen, @Nullable String etag) {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final StreamPosition START = new StreamPosition("", List.of(), null);

  StreamPosition {
    seen = List.copyOf(seen);
  }

  /** The position after one more item. */
  StreamPosition after(String time, String id) {
    List<String> ids = new ArrayList<>(time.equals(since) ? seen : List.of());
    ids.add(id);
    return new StreamPosition(time, ids, null);
  }

  /** Whether the item was read. Times of one form and zone are compared as texts. */
  boolean holds(String time, String id) {
    return time.compareTo(since) < 0 || (time.equals(since) && seen.contains(id));
  }

  StreamPosition unchanged(@Nullable String latest) {
    return new StreamPosition(since, seen, latest);
  }

  Validators validators() {
    return new Validators(etag, null);
  }

  static Map<RepositoryStream, StreamPosition> parse(Cursor cursor) {
    Map<RepositoryStream, StreamPosition> positions = new EnumMap<>(RepositoryStream.class);
    JsonNode stored = read(cursor.position());
    for (RepositoryStream stream : RepositoryStream.values()) {
      JsonNode position = stored.path(stream.name());
      List<String> seen = new ArrayList<>();
      position.path("seen").forEach(id -> seen.add(id.asText()));
      positions.put(
          stream,
          new StreamPosition(
              position.path("since").asText(""), seen, position.path("etag").textValue()));
    }
    return positions;
  }

  private static JsonNode read(String position) {
    try {
      return JSON.readTree(position.isEmpty() ? "{}" : position);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected a cursor in JSON, found something else", e);
    }
  }

  static Cursor cursor(Map<RepositoryStream, StreamPosition> positions) {
    ObjectNode all = JSON.createObjectNode();
    for (RepositoryStream stream : RepositoryStream.values()) {
      StreamPosition position = positions.getOrDefault(stream, START);
      ObjectNode each = all.putObject(stream.name());
      each.put("since", position.since());
      position.seen().forEach(each.withArray("seen")::add);
      each.put("etag", position.etag());
    }
    return new Cursor(all.toString());
  }
}
