package dev.kith.api.people;

import dev.kith.api.document.IndexedEvidence;
import dev.kith.api.document.IndexedPerson;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two persons that may be one.
 *
 * @param likeness of two of their accounts
 * @param a whose the one is now
 * @param b whose the other is
 */
record SuggestedPair(IndexedEvidence likeness, IndexedPerson a, IndexedPerson b) {
  private static final Comparator<IndexedPerson> FIRST =
      Comparator.comparingDouble(SuggestedPair::bits).reversed().thenComparing(IndexedPerson::id);

  /** The persons who have the accounts now; empty if an account belongs to nobody. */
  static Optional<SuggestedPair> of(IndexedEvidence likeness, Map<String, IndexedPerson> holders) {
    IndexedPerson a = holders.get(likeness.a());
    IndexedPerson b = holders.get(likeness.b());
    return a == null || b == null
        ? Optional.empty()
        : Optional.of(new SuggestedPair(likeness, a, b));
  }

  private static double bits(IndexedPerson person) {
    return Objects.requireNonNullElse(person.suggestedBits(), Double.NEGATIVE_INFINITY);
  }

  /** The one of them with which the pair is listed. */
  IndexedPerson first() {
    return FIRST.compare(a, b) <= 0 ? a : b;
  }

  /** One by now, or decided to be two, be it through accounts that look nothing like each other. */
  boolean isSettled() {
    return a.id().equals(b.id())
        || Stream.of(a, b)
            .flatMap(person -> person.refused().stream())
            .filter(each -> each.kind().equals("DECISION"))
            .anyMatch(each -> isAcross(each, a, b) || isAcross(each, b, a));
  }

  private static boolean isAcross(IndexedEvidence each, IndexedPerson one, IndexedPerson other) {
    return one.accounts().contains(each.a()) && other.accounts().contains(each.b());
  }

  SuggestionView view() {
    return SuggestionView.of(likeness, a, b);
  }
}
