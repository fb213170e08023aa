package dev.kith.api.index;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a hit where its document is not needed.
 *
 * @param score how well it matches
 * @param fields values by field; what has none is left out
 */
record DocValueHit(double score, Map<String, List<String>> fields) {

  /**
   * The best of them, without those at the end that are as good as others that found no place:
   * which of them came was chance. Where all are equal, all stay.
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
}
