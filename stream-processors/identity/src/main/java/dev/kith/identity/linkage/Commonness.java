package dev.kith.identity.linkage;

import java.util.Map;

/**
 * How many people bear a name, as far as has been seen: a rare name proves more than a common one.
 * Counts come in levels of powers of two, so that a count that grows changes few scores.
 *
 * @param people level of the number of distinct full names
 * @param bearers per word, level of the number of distinct full names that hold it; missing is none
 */
public record Commonness(int people, Map<String, Integer> bearers) {
  /** Full names that nobody has seen yet are expected as if this many had been. */
  private static final double UNSEEN = 0.2;

  /** Keeps the probabilities of small populations modest. */
  private static final double PRIOR_PEOPLE = 20;

  /** A word can be given or family name; each use has a little over half its bearers. */
  private static final double SHARE_OF_ONE_USE = 0.6;

  /** Accounts per distinct full name. */
  private static final double ACCOUNTS_PER_NAME = 1.6;

  /** The level of a count: 0 for none, else one more than the logarithm to base two. */
  public static int level(long count) {
    return 64 - Long.numberOfLeadingZeros(count);
  }

  /** About how many accounts there are. */
  double accounts() {
    return count(people) * ACCOUNTS_PER_NAME;
  }

  /** How probable it is that somebody met by chance bears {@code word} in its place. */
  double share(String word) {
    double bearing = count(bearers.getOrDefault(word, 0)) * SHARE_OF_ONE_USE;
    return (bearing + UNSEEN) / (count(people) + PRIOR_PEOPLE);
  }

  /** Whether {@code word} occurs in anybody's full name. */
  boolean isName(String word) {
    return bearers.getOrDefault(word, 0) > 0;
  }

  /** The middle of a level. */
  private static double count(int level) {
    return level < 2 ? level : 1.4 * (1L << (level - 1));
  }
}
