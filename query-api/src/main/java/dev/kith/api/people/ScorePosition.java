package dev.kith.api.people;

import dev.kith.api.error.InvalidParameter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a person stands in an answer: the better the score, the earlier; equals by id. Written as
 * the sort values of a hit of the index are.
 */
record ScorePosition(float score, String person) implements Comparable<ScorePosition> {
  private static final Comparator<ScorePosition> ORDER =
      Comparator.comparingDouble(ScorePosition::score)
          .reversed()
          .thenComparing(ScorePosition::person);

  /** All of them that come after the sort values of the last hit of the page before, in order. */
  static List<ScorePosition> after(List<String> last, Stream<ScorePosition> all) {
    Stream<ScorePosition> sorted = all.sorted();
    if (last.isEmpty()) {
      return sorted.toList();
    }
    ScorePosition end = read(last);
    return sorted.dropWhile(place -> place.compareTo(end) <= 0).toList();
  }

  List<String> written() {
    return List.of(Float.toString(score), '"' + person + '"');
  }

  private static ScorePosition read(List<String> sort) {
    if (!isPlace(sort)) {
      throw InvalidParameter.cursor();
    }
    String person = sort.getLast();
    return new ScorePosition(
        Float.parseFloat(sort.getFirst()), person.substring(1, person.length() - 1));
  }

  /** Whether these are a number that says how well, and who in quotes. */
  static boolean isPlace(List<String> sort) {
    return sort.size() == 2
        && sort.getFirst().matches("\\d{1,20}(\\.\\d{1,20})?(E-?\\d{1,3})?")
        && sort.getLast().matches("\"[^\"]*\"");
  }

  @Override
  public int compareTo(ScorePosition other) {
    return ORDER.compare(this, other);
  }
}
