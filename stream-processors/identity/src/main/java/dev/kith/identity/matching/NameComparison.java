package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import dev.kith.identity.name.SpellingKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the names of two accounts say. */
final class NameComparison {
  /** Fewer words first, then fewer letters: the short form of a name before its long form. */
  private static final Comparator<PersonName> SHORTER =
      Comparator.comparingInt((PersonName name) -> name.words().size())
          .thenComparingInt(PersonName::length)
          .thenComparing(PersonName::toString);

  private final NameFrequencies frequencies;
  private final List<MatchScore> found = new ArrayList<>();
  private boolean bothFull;
  private final List<List<PersonName>> contradictions = new ArrayList<>(0);

  NameComparison(List<PersonName> ours, List<PersonName> theirs, NameFrequencies frequencies) {
    this.frequencies = frequencies;
    for (PersonName one : ours) {
      for (PersonName other : theirs) {
        compare(one, other);
      }
    }
  }

  /** The strongest finding for one person. */
  Optional<MatchScore> score() {
    return found.stream()
        .max(Comparator.comparingDouble(MatchScore::bits).thenComparing(MatchScore::reason));
  }

  /** Both state full names, and none of one fits any of the other. */
  boolean speaksAgainst() {
    return bothFull && found.isEmpty();
  }

  /**
   * Why the two cannot well be one person although other things look like it; empty if a name of
   * one fits a name of the other, or if nothing is known against it.
   */
  Optional<String> contradiction() {
    return found.isEmpty()
        ? contradictions.stream()
            .map(pair -> pair.getFirst().differenceFrom(pair.getLast()))
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private void compare(PersonName one, PersonName other) {
    if (one.hasFamilyName() && other.hasFamilyName()) {
      bothFull = true;
      if (one.contradicts(other)) {
        contradictions.add(List.of(one, other));
      } else {
        compareFull(one, other);
      }
    } else if (one.hasFamilyName() && one.words().contains(other.given())) {
      part(other.given(), one);
    } else if (other.hasFamilyName() && other.words().contains(one.given())) {
      part(one.given(), other);
    }
  }

  private void compareFull(PersonName one, PersonName other) {
    boolean oneIsShorter = SHORTER.compare(one, other) <= 0;
    PersonName shorter = oneIsShorter ? one : other;
    PersonName longer = oneIsShorter ? other : one;
    if (one.hasWordsOf(other)) {
      add(-log2(frequencies.namesakes(one.words())), "same name, " + one);
    } else if (SpellingKey.areLikely(one, other)
        && SpellingKey.key(one).equals(SpellingKey.key(other))) {
      double bits =
          -log2(frequencies.namesakes(shorter.words())) + MatchWeight.OTHER_SPELLING.bits();
      add(bits, shorter + " and " + longer + " are two spellings of one name");
    } else if (fitsInto(shorter, longer)) {
      double bits = -log2(frequencies.namesakes(List.of(shorter.given(), shorter.family())));
      add(
          bits + MatchWeight.LEFT_OUT.bits(),
          shorter + " is " + longer + " with something left out");
    } else if (shorter.family().equals(longer.family()) && abbreviates(shorter, longer)) {
      add(familyBits(shorter, longer), shorter + " is short for " + longer);
    }
  }

  private double familyBits(PersonName shorter, PersonName longer) {
    boolean initial = Math.min(shorter.given().length(), longer.given().length()) == 1;
    double given = initial ? MatchWeight.SAME_INITIAL.bits() : MatchWeight.SAME_SHORT.bits();
    return -log2(frequencies.accounts() * frequencies.share(shorter.family()))
        + given
        + MatchWeight.SHORT_GIVEN.bits();
  }

  private void part(String word, PersonName full) {
    double bits = -log2(frequencies.accounts() * frequencies.share(word));
    add(bits + MatchWeight.ONE_WORD.bits(), word + " is part of the name " + full);
  }

  private static boolean fitsInto(PersonName shorter, PersonName longer) {
    return longer.words().contains(shorter.given())
        && longer.words().contains(shorter.family())
        && shorter.words().stream().allMatch(word -> fitsAny(word, longer.words()));
  }

  private static boolean fitsAny(String word, List<String> words) {
    return words.stream().anyMatch(other -> fits(word, other));
  }

  private static boolean abbreviates(PersonName shorter, PersonName longer) {
    return fits(shorter.given(), longer.given());
  }

  /** Equal, or one is an initial or a beginning of three letters and more of the other. */
  private static boolean fits(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    return longer.startsWith(shorter) && (shorter.length() != 2 || longer.length() == 2);
  }

  private void add(double bits, String reason) {
    found.add(new MatchScore(bits, reason));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
