package dev.kith.benchmarks.search;

import java.util.SplittableRandom;

/**
 * A synthetic world, which these numbers define completely.
 *
 * @param people number of people
 * @param relationships number of relationships drawn; a pair that is drawn twice is one
 *     relationship
 * @param activities number of activities
 * @param seed seed of all random numbers
 * @param today current day of the world, in days since 1970-01-01
 */
record SyntheticWorld(int people, int relationships, int activities, long seed, int today) {

  /** The uses of random numbers; the same number of the same use always gives the same result. */
  enum Sort {
    PERSON,
    ORGANISATION,
    CONTACT,
    RELATIONSHIP,
    ACTIVITY,
    INTEREST,
    SUBJECT,
    QUESTION
  }

  SplittableRandom chance(Sort sort, long number) {
    return new SplittableRandom(mixed(mixed(seed + sort.name().hashCode()) + number));
  }

  /** The finaliser of MurmurHash3, which maps neighbouring numbers to distant ones. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
