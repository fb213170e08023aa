package dev.kith.ingest.mastodon.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.activitystreams.document.Timestamps;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import java.time.Instant;
import java.util.Optional;

/** Reads fields of the API's objects; the reasons of its exceptions name fields, never content. */
public final class JsonField {
  private JsonField() {}

  /** A text that must be there. */
  public static String required(JsonNode object, String field) {
    return text(object, field)
        .orElseThrow(() -> UnparsableException.at(field, "text", object.get(field)));
  }

  /** A text that is there and not blank. */
  public static Optional<String> text(JsonNode object, String field) {
    return Optional.of(object.path(field).asText("").strip())
        .filter(text -> !text.isEmpty() && !object.path(field).isNull());
  }

  /** A time that must be there. */
  public static Instant requiredTime(JsonNode object, String field) {
    return time(object, field)
        .orElseThrow(
            () ->
                UnparsableException.at(
                    field, "a time such as 2026-01-31T12:00:00Z", object.get(field)));
  }

  /** A time, where one is stated. */
  public static Optional<Instant> time(JsonNode object, String field) {
    return text(object, field).flatMap(Timestamps::parse);
  }
}
