package dev.kith.benchmarks.search;

import java.util.SplittableRandom;

/**
 * A made-up world: all of it follows from these numbers.
 *
 * @param people how many
 * @param relationships how many are drawn; the few drawn twice are one
 * @param activities how many
 * @param seed of all that is left to chance
 * @param today the day on which it is looked at, in days since 1970-01-01
 */
record SyntheticWorld(int people, int relationships, int activities, long seed, int today) {

  /** What is drawn for one number of one sort is always the same. */
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

  /** The finaliser of MurmurHash3: neighbours end up far from each other. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
