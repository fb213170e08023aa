package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.InvalidRecordException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Fields that the events of both kinds of streams have. */
final class EventFields {
  private EventFields() {}

  static String did(JsonNode body, String field) throws InvalidRecordException {
    String did = body.path(field).asText();
    if (!AtUri.isDid(did)) {
      throw new InvalidRecordException(
          "expected the DID of an account in " + field + ", found none");
    }
    return did;
  }

  static Optional<Instant> time(JsonNode text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.asText()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
