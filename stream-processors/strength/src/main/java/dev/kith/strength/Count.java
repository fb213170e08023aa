package dev.kith.strength;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.Comparator;

/**
 * How many interactions of one sort; its sort is everything but the number.
 *
 * @param day since 1970-01-01, UTC
 * @param direction who turned to whom, relative to the pair it is counted for
 * @param network where
 * @param kind in which manner
 * @param recipients class of the number of accounts the activity was directed at
 * @param number never 0; below 0 only where something is to be taken back
 */
record Count(
    int day, Direction direction, String network, String kind, int recipients, int number) {
  /** By sort, days first, as buckets stand in a relationship. */
  static final Comparator<Count> BY_SORT =
      Comparator.comparingInt(Count::day)
          .thenComparing(Count::direction)
          .thenComparing(Count::network)
          .thenComparing(Count::kind)
          .thenComparingInt(Count::recipients);

  Count times(int factor) {
    return with(Math.multiplyExact(number, factor));
  }

  Count plus(Count same) {
    return with(Math.addExact(number, same.number));
  }

  private Count with(int other) {
    return new Count(day, direction, network, kind, recipients, other);
  }

  /** The same seen from the other side. */
  Count flipped() {
    var opposite = direction == Direction.A_TO_B ? Direction.B_TO_A : Direction.A_TO_B;
    return new Count(day, opposite, network, kind, recipients, number);
  }

  Bucket bucket() {
    return new Bucket(day, direction, network, kind, recipients, number);
  }
}
