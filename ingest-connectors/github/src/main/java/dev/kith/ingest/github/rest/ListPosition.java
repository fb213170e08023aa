package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.http.Validators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far one list is read.
 *
 * @param since time of the last item that was read, or the server's own cursor; empty at first
 * @param seen ids of the items of that time, which the server lists again
 * @param validators of the last response that held nothing new
 */
record ListPosition(String since, List<String> seen, Validators validators) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, ListPosition>> POSITIONS =
      new TypeReference<>() {};
  static final ListPosition START = new ListPosition("", List.of(), Validators.NONE);

  ListPosition {
    seen = List.copyOf(seen);
  }

  /** After one more item. */
  ListPosition after(String time, String id) {
    List<String> ids = new ArrayList<>(time.equals(since) ? seen : List.of());
    ids.add(id);
    return new ListPosition(time, ids, Validators.NONE);
  }

  /** Whether the item was read. Times of one form and zone are compared as texts. */
  boolean holds(String time, String id) {
    return time.compareTo(since) < 0 || (time.equals(since) && seen.contains(id));
  }

  ListPosition unchanged(Validators latest) {
    return new ListPosition(since, seen, latest);
  }

  /** The positions of a cursor, by the names of their lists. */
  static Map<String, ListPosition> parse(Cursor cursor) throws Refused {
    try {
      return cursor.equals(Cursor.START)
          ? new TreeMap<>()
          : JSON.readValue(cursor.position(), POSITIONS);
    } catch (JsonProcessingException e) {
      throw new Refused("expected a cursor of the github connector, found another", null);
    }
  }

  static Cursor cursor(Map<String, ListPosition> positions) {
    try {
      return new Cursor(JSON.writeValueAsString(new TreeMap<>(positions)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }
}
