package dev.kith.identity.matching;

import dev.kith.identity.name.CommonNames;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many people bear a name, as far as has been seen: a rare name proves more than a common one.
 * Counts come in levels of powers of two, so that a count that grows changes few scores.
 *
 * @param people level of the number of distinct full names
 * @param bearers per word, level of the number of distinct full names that hold it, and for each
 *     handle of the number of unlike family names that go by it; missing is none
 */
public record NameFrequencies(int people, Map<String, Integer> bearers) {
  /** A word that nobody bears yet is expected as if this many did. */
  private static final double UNSEEN = 0.05;

  /**
   * A word that one full name has held so far is in a fifth of a name on average among as many
   * others, one that two or three have held in 1.3: Good and Turing's estimate, much the same in
   * every project looked at (0.13 to 0.26). Counting it as one would call the rare too common.
   */
  private static final double SEEN_ONCE = 0.2;

  private static final double SEEN_TWICE = 1.3;

  /** What is known of names in the world counts as much as so many full names seen here. */
  private static final double PRIOR_PEOPLE = 1_000;

  /** So many might turn up: a town has several who bear the same common name. */
  static final double ELSEWHERE = 20_000;

  /** An initial fits one name in five, given its place. */
  private static final double ONE_LETTER = 0.2;

  /** A word can be given or family name; each use has a little over half its bearers. */
  private static final double SHARE_OF_ONE_USE = 0.6;

  /** Accounts per distinct full name. */
  private static final double ACCOUNTS_PER_NAME = 1.6;

  /** One person may marry, or be written in another script, but hardly has four family names. */
  private static final int MAX_FAMILY_NAMES = 3;

  /** The level of a count: 0 for none, else one more than the logarithm to base two. */
  public static int level(long count) {
    return 64 - Long.numberOfLeadingZeros(count);
  }

  /** About how many accounts there are, of those who might have been seen here, too. */
  double accounts() {
    return (count(people) + PRIOR_PEOPLE) * ACCOUNTS_PER_NAME;
  }

  /** How probable it is that somebody met by chance bears {@code word} in its place. */
  double share(String word) {
    double here = expected(bearers.getOrDefault(word, 0)) * SHARE_OF_ONE_USE + UNSEEN;
    double inTheWorld = PRIOR_PEOPLE * CommonNames.share(word);
    return (here + inTheWorld) / (count(people) + PRIOR_PEOPLE);
  }

  /**
   * How many others are expected to bear all of {@code words}: of those seen here and, where the
   * words are common everywhere, of those who might turn up. So a common full name alone is never
   * enough, and a rare one is, however few have been seen.
   */
  double namesakes(List<String> words) {
    double here = product(words, this::share);
    double elsewhere = product(words, CommonNames::share);
    return accounts() * here + ELSEWHERE * elsewhere;
  }

  private static double product(List<String> words, ToDoubleFunction<String> share) {
    return words.stream()
        .mapToDouble(word -> word.length() == 1 ? ONE_LETTER : share.applyAsDouble(word))
        .reduce(1, (x, y) -> x * y);
  }

  /** Whether {@code word} is a name: in somebody's full name here, or common in the world. */
  boolean isName(String word) {
    return bearers.getOrDefault(word, 0) > 0 || CommonNames.share(word) > 0;
  }

  /** Whether {@code word} is a name of one full name at most, here and in the world. */
  boolean isUnheardOf(String word) {
    return bearers.getOrDefault(word, 0) <= 1 && CommonNames.share(word) == 0;
  }

  /** Whether people of more unlike family names go by {@code handle} than one person has had. */
  boolean isManyPeoples(Handle handle) {
    return bearers.getOrDefault(usersOf(handle), 0) > level(MAX_FAMILY_NAMES);
  }

  /** Under which the family names of those who go by {@code handle} are counted; no name's word. */
  static String usersOf(Handle handle) {
    return "@" + handle;
  }

  private static double expected(int level) {
    return switch (level) {
      case 1 -> SEEN_ONCE;
      case 2 -> SEEN_TWICE;
      default -> count(level);
    };
  }

  /** The middle of a level. */
  private static double count(int level) {
    return level < 2 ? level : 1.4 * (1L << (level - 1));
  }
}
