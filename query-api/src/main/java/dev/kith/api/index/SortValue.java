package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.FieldValue;

/** A sort value as it travels in a cursor: JSON, a string, a number, true, false or null. */
final class SortValue {
  private SortValue() {}

  static FieldValue parse(String json) {
    if (json.startsWith("\"")) {
      return FieldValue.of(unquoted(json));
    }
    return switch (json) {
      case "null" -> FieldValue.NULL;
      case "true", "false" -> FieldValue.of(Boolean.parseBoolean(json));
      default -> number(json);
    };
  }

  private static FieldValue number(String json) {
    return json.matches("-?\\d{1,18}")
        ? FieldValue.of(Long.parseLong(json))
        : FieldValue.of(Double.parseDouble(json));
  }

  private static String unquoted(String json) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, String.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException("expected a JSON string, found " + json, e);
    }
  }
}
