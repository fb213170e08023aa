package dev.kith.ingest.bluesky.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as the AT Protocol writes them, in ISO 8601 with an offset. */
public final class IsoTime {
  private IsoTime() {}

  /** The moment; empty if the text is no such time. */
  public static Optional<Instant> parse(JsonNode text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.asText()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
