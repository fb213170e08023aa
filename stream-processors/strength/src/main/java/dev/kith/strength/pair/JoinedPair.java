package dev.kith.strength.pair;

import dev.kith.schemas.PersonPair;
import dev.kith.strength.pair.PairEvent.HalfJoinedPair;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pair of accounts with the persons of both.
 *
 * @param half the pair as the task of the smaller account knows it
 * @param person of the greater account; null if it has none
 */
public record JoinedPair(HalfJoinedPair half, @Nullable String person) {

  /** The two persons of the relationship; empty if the accounts have no two persons. */
  Optional<PersonPair> persons() {
    String first = half.person();
    return first == null || person == null || first.equals(person) || half.counts().isEmpty()
        ? Optional.empty()
        : Optional.of(PersonPair.of(first, person));
  }

  /** True if the smaller account belongs to the greater person. */
  boolean isFlipped() {
    String first = half.person();
    return first != null && person != null && first.compareTo(person) > 0;
  }
}
