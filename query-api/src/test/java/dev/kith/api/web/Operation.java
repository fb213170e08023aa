package dev.kith.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the OpenAPI description.
 *
 * @param method GET, POST, PATCH or DELETE
 * @param path with the names of its parameters in braces
 * @param said its fields in the description
 */
record Operation(String method, String path, Map<String, Object> said) {

  /** All operations of a description. */
  static List<Operation> all(Map<String, Object> document) {
    var all = new ArrayList<Operation>();
    map(document.get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach(
                        (method, said) ->
                            all.add(
                                new Operation(method.toUpperCase(Locale.ROOT), path, map(said)))));
    return all;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  List<Map<String, Object>> parameters() {
    return said.get("parameters") instanceof List<?> list
        ? list.stream().map(Operation::map).toList()
        : List.of();
  }

  /** The contents of responses whose status has this prefix. */
  List<Map<String, Object>> contents(String status) {
    var contents = new ArrayList<Map<String, Object>>();
    map(said.get("responses"))
        .forEach(
            (code, response) -> {
              if (code.startsWith(status)) {
                map(map(response).get("content")).values().forEach(each -> contents.add(map(each)));
              }
            });
    return contents;
  }

  List<Map<String, Object>> requests() {
    return map(map(said.get("requestBody")).get("content")).values().stream()
        .map(Operation::map)
        .toList();
  }

  @SuppressWarnings("unchecked") // a YAML mapping, whose keys are strings here
  static Map<String, Object> map(@Nullable Object node) {
    return node instanceof Map<?, ?> ? (Map<String, Object>) node : new LinkedHashMap<>();
  }
}
