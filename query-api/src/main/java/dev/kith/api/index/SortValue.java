package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A sort value in a cursor, as JSON: a string, a number, true, false or null. */
final class SortValue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SortValue() {}

  static String encode(FieldValue value) {
    return value.isString() ? quoted(value.stringValue()) : value._toJsonString();
  }

  static FieldValue decode(String json) {
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

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every text can be written as JSON", e);
    }
  }

  private static String unquoted(String json) {
    try {
      return JSON.readValue(json, String.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected a JSON string, found " + json, e);
    }
  }
}
