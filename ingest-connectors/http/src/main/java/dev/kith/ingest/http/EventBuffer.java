package dev.kith.ingest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes events out of the lines of a stream. */
final class EventBuffer {
  private final List<String> data = new ArrayList<>();
  private String id = "";
  private String type = "";

  /** Takes a line; an empty one ends an event. */
  Optional<ServerSentEvent> add(String line) {
    if (line.isEmpty()) {
      return take();
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    set(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  /** A line that begins with a colon is a comment. */
  private void set(String field, String value) {
    switch (field) {
      case "data" -> data.add(value);
      case "event" -> type = value;
      case "id" -> id = value;
      default -> {
        return;
      }
    }
  }

  private Optional<ServerSentEvent> take() {
    Optional<ServerSentEvent> event =
        data.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new ServerSentEvent(
                    id, type.isEmpty() ? "message" : type, String.join("\n", data)));
    data.clear();
    type = "";
    return event;
  }
}
