package dev.kith.api.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.stream.Stream;

/** Reads fields that came without their document. */
final class DocValues {
  private DocValues() {}

  static List<String> all(Hit<?> hit, String field) {
    var values = hit.fields().get(field);
    return values == null
        ? List.of()
        : values.toJson().asJsonArray().getValuesAs(jakarta.json.JsonString.class).stream()
            .map(jakarta.json.JsonString::getString)
            .toList();
  }

  static Stream<Double> numbers(Hit<?> hit, String field) {
    var values = hit.fields().get(field);
    return values == null
        ? Stream.of()
        : values.toJson().asJsonArray().getValuesAs(jakarta.json.JsonNumber.class).stream()
            .map(jakarta.json.JsonNumber::doubleValue);
  }

  static String first(Hit<?> hit, String field) {
    List<String> values = all(hit, field);
    return values.isEmpty() ? "" : values.getFirst();
  }
}
