package dev.kith.api.index;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a hit where its document is not needed.
 *
 * @param score how well it matches
 * @param fields values by field; what has none is left out
 */
record Row(double score, Map<String, List<String>> fields) {

  List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  String first(String field) {
    List<String> values = all(field);
    return values.isEmpty() ? "" : values.getFirst();
  }
}
