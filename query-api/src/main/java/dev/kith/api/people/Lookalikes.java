package dev.kith.api.people;

import dev.kith.api.index.EvidenceDocument;
import dev.kith.api.index.PersonDocument;
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
record Lookalikes(EvidenceDocument likeness, PersonDocument a, PersonDocument b) {
  private static final Comparator<PersonDocument> FIRST =
      Comparator.comparingDouble(Lookalikes::bits).reversed().thenComparing(PersonDocument::id);

  /** Of the persons who hold the accounts now; nothing if one of them is nobody's. */
  static Optional<Lookalikes> of(EvidenceDocument likeness, Map<String, PersonDocument> holders) {
    PersonDocument a = holders.get(likeness.a());
    PersonDocument b = holders.get(likeness.b());
    return a == null || b == null ? Optional.empty() : Optional.of(new Lookalikes(likeness, a, b));
  }

  private static double bits(PersonDocument person) {
    return Objects.requireNonNullElse(person.suggestedBits(), Double.NEGATIVE_INFINITY);
  }

  /** The one of them at whose place they are told. */
  PersonDocument first() {
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

  private static boolean isAcross(EvidenceDocument each, PersonDocument one, PersonDocument other) {
    return one.accounts().contains(each.a()) && other.accounts().contains(each.b());
  }

  SuggestionView view() {
    return SuggestionView.of(likeness, a, b);
  }
}
