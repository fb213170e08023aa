package dev.kith.ingest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the lines of a stream of server-sent events (HTML standard, section 9.2.6). */
final class EventBuffer {
  private final List<String> data = new ArrayList<>();
  private String id = "";
  private String type = "";

  /** Adds a line; returns the event that an empty line ends. */
  Optional<ServerSentEvent> add(String line) {
    if (line.isEmpty()) {
      return complete();
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    set(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  /** A line that begins with a colon is a comment: its field is empty. Unknown ones are ignored. */
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

  private Optional<ServerSentEvent> complete() {
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
