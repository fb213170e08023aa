package dev.kith.api.people;

import dev.kith.api.error.InvalidParameter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The position of a person in a ranking: by score, equals by id. It is written as the sort values
 * of a hit of the index.
 */
record ScorePosition(float score, String person) implements Comparable<ScorePosition> {
  private static final Comparator<ScorePosition> ORDER =
      Comparator.comparingDouble(ScorePosition::score)
          .reversed()
          .thenComparing(ScorePosition::person);

  /**
   * All positions after the last hit of the previous page, in order.
   *
   * @param last the sort values of that hit; its current position is used, if it still has one
   */
  static List<ScorePosition> after(List<String> last, Stream<ScorePosition> all) {
    List<ScorePosition> sorted = all.sorted().toList();
    if (last.isEmpty()) {
      return sorted;
    }
    ScorePosition then = read(last);
    ScorePosition end =
        sorted.stream()
            .filter(position -> position.person().equals(then.person()))
            .findFirst()
            .orElse(then);
    return sorted.stream().dropWhile(position -> position.compareTo(end) <= 0).toList();
  }

  List<String> sortValues() {
    return List.of(Float.toString(score), '"' + person + '"');
  }

  private static ScorePosition read(List<String> sort) {
    if (!isPosition(sort)) {
      throw InvalidParameter.cursor();
    }
    String person = sort.getLast();
    return new ScorePosition(
        Float.parseFloat(sort.getFirst()), person.substring(1, person.length() - 1));
  }

  /** Whether the values are a score and a quoted id. */
  static boolean isPosition(List<String> sort) {
    return sort.size() == 2
        && sort.getFirst().matches("\\d{1,20}(\\.\\d{1,20})?(E-?\\d{1,3})?")
        && sort.getLast().matches("\"[^\"]*\"");
  }

  @Override
  public int compareTo(ScorePosition other) {
    return ORDER.compare(this, other);
  }
}
