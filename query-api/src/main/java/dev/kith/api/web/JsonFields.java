package dev.kith.api.web;

import dev.kith.api.error.InvalidParameter;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a JSON object that a caller sent. Whatever is wrong with one of them names it.
 *
 * @param object the object
 * @param where what stands before a field's name in messages: {@code [3].}, or nothing
 */
public record JsonFields(JsonNode object, String where) {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_NAME = 40;

  /**
   * The fields of an object.
   *
   * @param known the fields it may have
   * @throws InvalidParameter if it is none, or has others
   */
  public static JsonFields of(JsonNode node, String where, List<String> known) {
    if (!node.isObject()) {
      throw InvalidParameter.because(
          where + "body", "expected an object with " + String.join(", ", known));
    }
    node.entries().forEach(field -> check(field.getKey(), where, known));
    return new JsonFields(node, where);
  }

  private static void check(String name, String where, List<String> known) {
    if (!known.contains(name)) {
      throw InvalidParameter.because(
          where + shown(name), "is no field here; there are " + String.join(", ", known));
    }
  }

  /** Names that callers made up, as they may be shown. */
  private static String shown(String name) {
    String visible = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return visible.length() > LONGEST_NAME ? visible.substring(0, LONGEST_NAME) : visible;
  }

  /** A text that must be there. */
  public String text(String field) {
    return optional(field)
        .orElseThrow(
            () -> InvalidParameter.because(where + field, "expected a text, found nothing"));
  }

  /** A text that must be there and may be long. */
  public String text(String field, int longest) {
    return optional(field, longest).orElseThrow(() -> missing(field));
  }

  /** A text that may be missing. */
  public Optional<String> optional(String field) {
    return optional(field, LONGEST);
  }

  private Optional<String> optional(String field, int longest) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.getStringValue().length() > longest) {
      throw InvalidParameter.because(
          where + field, "expected a text of at most " + longest + " characters");
    }
    return Optional.of(value.getStringValue());
  }

  private InvalidParameter missing(String field) {
    return InvalidParameter.because(where + field, "expected a text, found nothing");
  }
}
