package dev.kith.api.web;

import static dev.kith.api.web.Operation.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates examples against schemas.
 *
 * @param schemas by name
 */
record ExampleCheck(Map<String, Object> schemas) {

  /** The violations of the schema in an example; empty if it is valid. */
  List<String> faults(@Nullable Object example, Map<String, Object> schema) {
    var faults = new ArrayList<String>();
    check("", example, schema, faults);
    return faults;
  }

  private void check(
      String at, @Nullable Object example, Map<String, Object> schema, List<String> faults) {
    if (schema.get("$ref") instanceof String ref) {
      check(at, example, map(schemas.get(ref.substring(ref.lastIndexOf('/') + 1))), faults);
    } else if (schema.get("allOf") instanceof List<?> parts) {
      parts.forEach(part -> check(at, example, map(part), faults));
    } else if (schema.get("oneOf") instanceof List<?> ways) {
      if (ways.stream().noneMatch(way -> faults(example, map(way)).isEmpty())) {
        faults.add(at + ": is none of " + ways);
      }
    } else {
      plain(at, example, schema, faults);
    }
  }

  private void plain(
      String at, @Nullable Object example, Map<String, Object> schema, List<String> faults) {
    if (!schema.containsKey("type")) {
      return; // anything, as {} says
    }
    String type = String.valueOf(schema.get("type"));
    boolean right =
        switch (type) {
          case "object" -> example instanceof Map<?, ?>;
          case "array" -> example instanceof List<?>;
          case "integer" -> example instanceof Integer;
          case "number" -> example instanceof Number;
          case "boolean" -> example instanceof Boolean;
          default -> example instanceof String;
        };
    if (!right) {
      faults.add("%s: expected %s, found %s".formatted(at, type, example));
    } else if (example instanceof List<?> list) {
      list.forEach(each -> check(at + "[]", each, map(schema.get("items")), faults));
    } else if (example instanceof Map<?, ?>) {
      object(at, map(example), schema, faults);
    }
  }

  private void object(
      String at, Map<String, Object> example, Map<String, Object> schema, List<String> faults) {
    Map<String, Object> known = map(schema.get("properties"));
    example.forEach(
        (name, value) -> {
          Object property = known.getOrDefault(name, schema.get("additionalProperties"));
          if (property == null) {
            faults.add("%s.%s: is no property".formatted(at, name));
          } else {
            check(at + "." + name, value, map(property), faults);
          }
        });
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !example.containsKey(String.valueOf(name)))
          .forEach(name -> faults.add("%s.%s: is missing".formatted(at, name)));
    }
  }
}
