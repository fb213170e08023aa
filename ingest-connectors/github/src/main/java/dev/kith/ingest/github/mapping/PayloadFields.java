package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads fields of payloads; exceptions name the missing field. */
final class PayloadFields {
  private static final long FIRST_MILLISECOND_NUMBER = 100_000_000_000L;

  private PayloadFields() {}

  static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
  }

  static String requiredText(JsonNode node, String field) throws UnexpectedPayloadException {
    return text(node, field)
        .orElseThrow(
            () -> new UnexpectedPayloadException("expected a text in " + field + ", found none"));
  }

  static JsonNode requiredObject(JsonNode node, String field) throws UnexpectedPayloadException {
    if (!node.path(field).isObject()) {
      throw new UnexpectedPayloadException("expected an object in " + field + ", found none");
    }
    return node.path(field);
  }

  /** A time; pushes state it in seconds since 1970, other payloads in ISO 8601. */
  static Optional<Instant> time(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isIntegralNumber()) {
      long number = value.longValue();
      return Optional.of(
          number < FIRST_MILLISECOND_NUMBER
              ? Instant.ofEpochSecond(number)
              : Instant.ofEpochMilli(number));
    }
    try {
      return text(node, field).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException invalid) {
      return Optional.empty();
    }
  }

  static Instant requiredTime(JsonNode node, String field) throws UnexpectedPayloadException {
    return time(node, field)
        .orElseThrow(
            () ->
                new UnexpectedPayloadException(
                    "expected an ISO 8601 time in " + field + ", found none"));
  }
}
