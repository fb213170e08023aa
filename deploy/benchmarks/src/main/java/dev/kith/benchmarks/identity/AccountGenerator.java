package dev.kith.benchmarks.identity;

import dev.kith.benchmarks.search.SyntheticVocabulary;
import dev.kith.benchmarks.search.ZipfDistribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Generates synthetic people with one or more accounts each. Names and employers follow Zipf
 * distributions; the same seed gives the same people.
 */
final class AccountGenerator {
  private static final int GIVEN_NAMES = 2_000;
  private static final int FAMILY_NAMES = 30_000;
  private static final int GIVEN_FROM = 60_000;
  private static final int FAMILY_FROM = 100_000;
  private static final int ORGANISATIONS_FROM = 200_000;
  private static final int NICKNAMES_FROM = 400_000;

  /** Number of accounts that are shuffled together. */
  private static final int MIXED = 10_000;

  private final int seed;
  private final ZipfDistribution given = new ZipfDistribution(GIVEN_NAMES, 1, 5);
  private final ZipfDistribution family = new ZipfDistribution(FAMILY_NAMES, 0.8, 10);
  private final ZipfDistribution organisations = new ZipfDistribution(20_000, 0.9, 3);
  private final List<SyntheticAccount> waiting = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int people;

  AccountGenerator(int seed) {
    this.seed = seed;
  }

  int people() {
    return people;
  }

  /** Returns the next {@code count} accounts. */
  List<SyntheticAccount> next(int count) {
    List<SyntheticAccount> accounts = new ArrayList<>(count);
    while (accounts.size() < count) {
      if (waiting.isEmpty()) {
        fill();
      }
      accounts.add(waiting.removeLast());
    }
    return accounts;
  }

  private void fill() {
    while (waiting.size() < MIXED) {
      SyntheticAccount.of(somebody(people++)).stream()
          .filter(each -> taken.add(each.profile().getAccount()))
          .forEach(waiting::add);
    }
    Collections.shuffle(waiting, new Random(seed + people));
  }

  private Somebody somebody(int number) {
    var chance = new SplittableRandom(seed * 1_000_003L + number * 7_919L);
    return new Somebody(
        number,
        SyntheticVocabulary.name(GIVEN_FROM + given.rank(chance)),
        SyntheticVocabulary.name(FAMILY_FROM + family.rank(chance)),
        SyntheticVocabulary.word(ORGANISATIONS_FROM + organisations.rank(chance)),
        SyntheticVocabulary.word(NICKNAMES_FROM + number),
        chance);
  }

  /**
   * A synthetic person.
   *
   * @param organisation name of the employer in its mail domain
   * @param nickname a handle that does not contain the name
   * @param chance random numbers that decide the other properties
   */
  record Somebody(
      int number,
      String given,
      String family,
      String organisation,
      String nickname,
      SplittableRandom chance) {

    String name() {
      return given + " " + family;
    }

    boolean oneIn(int many) {
      return chance.nextInt(many) == 0;
    }
  }
}
