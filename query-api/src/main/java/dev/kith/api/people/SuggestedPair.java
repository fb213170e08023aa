package dev.kith.api.people;

import dev.kith.api.document.IndexedEvidence;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.people.SuggestionsPage.SuggestionView;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two persons that may be one.
 *
 * @param likeness evidence between two of their accounts
 * @param a the current person of the one
 * @param b the current person of the other
 */
record SuggestedPair(IndexedEvidence likeness, IndexedPerson a, IndexedPerson b) {
  private static final Comparator<IndexedPerson> FIRST =
      Comparator.comparingDouble(SuggestedPair::bits).reversed().thenComparing(IndexedPerson::id);

  /** The current persons of the accounts; empty if an account has none. */
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

  /** The person with whom the pair is listed. */
  IndexedPerson first() {
    return FIRST.compare(a, b) <= 0 ? a : b;
  }

  /**
   * Whether the two are one person now, or a decision keeps them apart, also through other
   * accounts.
   */
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
