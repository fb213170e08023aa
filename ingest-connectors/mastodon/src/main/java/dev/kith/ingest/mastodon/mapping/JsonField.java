package dev.kith.ingest.mastodon.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.activitystreams.document.Timestamps;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import java.time.Instant;
import java.util.Optional;

/** Reads fields of JSON objects; the messages of its exceptions name fields, never content. */
public final class JsonField {
  private JsonField() {}

  /** A required text. */
  public static String required(JsonNode object, String field) {
    return text(object, field)
        .orElseThrow(() -> UnparsableException.at(field, "text", object.get(field)));
  }

  /** An optional text; empty if it is blank. */
  public static Optional<String> text(JsonNode object, String field) {
    return Optional.of(object.path(field).asText("").strip())
        .filter(text -> !text.isEmpty() && !object.path(field).isNull());
  }

  /** A required time. */
  public static Instant requiredTime(JsonNode object, String field) {
    return time(object, field)
        .orElseThrow(
            () ->
                UnparsableException.at(
                    field, "a time such as 2026-01-31T12:00:00Z", object.get(field)));
  }

  /** An optional time; empty if it cannot be parsed. */
  public static Optional<Instant> time(JsonNode object, String field) {
    return text(object, field).flatMap(Timestamps::parse);
  }
}
