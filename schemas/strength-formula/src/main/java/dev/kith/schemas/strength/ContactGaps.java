package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How regularly two people are in touch: the gaps between the days on which they are.
 *
 * @param daysInTouch number of days with contact
 * @param usual median of the gaps in days; missing for fewer than two gaps
 * @param tolerated days of silence that are nothing unusual for these two; missing where too little
 *     is known of their rhythm
 */
public record ContactGaps(int daysInTouch, OptionalInt usual, OptionalInt tolerated) {
  private static final int FEWEST_GAPS = 2;

  /** A rhythm is known from so many gaps in so many days: one lively week is none. */
  private static final int FEWEST_GAPS_OF_A_RHYTHM = 4;

  private static final int SHORTEST_RHYTHM = 60;

  /** Nobody misses anybody after a week away. */
  private static final int ALWAYS_TOLERATED = 14;

  private static final int USUAL_GAPS = 3;

  /** Of people who meet at random moments, one gap in ten is longer than their nine-tenths gap. */
  private static final int LONG_GAPS = 2;

  /** Those of a relationship. */
  public static ContactGaps of(Collection<Bucket> buckets) {
    int[] days = buckets.stream().mapToInt(Bucket::getDay).distinct().sorted().toArray();
    int[] gaps =
        IntStream.range(1, days.length)
            .map(i -> (int) Math.min((long) days[i] - days[i - 1], Integer.MAX_VALUE))
            .sorted()
            .toArray();
    if (gaps.length < FEWEST_GAPS) {
      return new ContactGaps(days.length, OptionalInt.empty(), OptionalInt.empty());
    }
    int usual = gaps[(gaps.length - 1) / 2];
    long span = (long) days[days.length - 1] - days[0];
    boolean known = gaps.length >= FEWEST_GAPS_OF_A_RHYTHM && span >= SHORTEST_RHYTHM;
    return new ContactGaps(
        days.length,
        OptionalInt.of(usual),
        known ? OptionalInt.of(tolerated(gaps, usual)) : OptionalInt.empty());
  }

  private static int tolerated(int[] gaps, int usual) {
    long nineTenths = gaps[(int) Math.ceil(gaps.length * 0.9) - 1];
    long longest = Math.max((long) USUAL_GAPS * usual, LONG_GAPS * nineTenths);
    return Math.clamp(longest, ALWAYS_TOLERATED, Integer.MAX_VALUE);
  }

  /** The first day on which silence is unusual, after a last contact on a day. */
  OptionalInt unusualFrom(int last) {
    return tolerated.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min((long) last + tolerated.getAsInt() + 1, Integer.MAX_VALUE));
  }
}
