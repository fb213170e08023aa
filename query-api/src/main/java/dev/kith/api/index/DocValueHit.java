package dev.kith.api.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hit with only the fetched fields.
 *
 * @param score its score
 * @param fields doc values by field; fields without a value are left out
 * @param source the document; null if it was not fetched
 */
record DocValueHit(double score, Map<String, List<String>> fields, @Nullable BinaryData source) {
  /** A hit without its document. */
  DocValueHit(double score, Map<String, List<String>> fields) {
    this(score, fields, null);
  }

  /** The doc values of a hit of the Elasticsearch client. */
  static DocValueHit of(Hit<?> hit) {
    Map<String, List<String>> fields = new HashMap<>();
    hit.fields()
        .forEach(
            (field, values) ->
                fields.put(
                    field, values.toJson().asJsonArray().stream().map(DocValueHit::text).toList()));
    return new DocValueHit(Objects.requireNonNullElse(hit.score(), 0.0), fields);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  /**
   * The best hits without the last group of equal scores, if that group may be cut off: which of
   * its members are among the hits is arbitrary. If all scores are equal, all are kept.
   *
   * @param best at most {@code most}, best first
   */
  static List<DocValueHit> certain(List<DocValueHit> best, int most) {
    if (best.size() < most) {
      return best;
    }
    double last = best.getLast().score();
    List<DocValueHit> certain = best.stream().filter(row -> row.score() > last).toList();
    return certain.isEmpty() ? best : certain;
  }

  List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  String first(String field) {
    List<String> values = all(field);
    return values.isEmpty() ? "" : values.getFirst();
  }

  Optional<Double> number(String field) {
    return all(field).stream().findFirst().map(Double::valueOf);
  }

  /** The document, which must have been fetched. */
  <T> T document(Class<T> type) {
    return SearchClient.read(Objects.requireNonNull(source), type);
  }
}
