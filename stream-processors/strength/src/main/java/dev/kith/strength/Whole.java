package dev.kith.strength;

import dev.kith.schemas.PersonPair;
import dev.kith.strength.Met.Half;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pair of accounts with both of its ends.
 *
 * @param half what the task of the smaller account said last
 * @param person whose the greater account is; null if it is nobody's
 */
record Whole(Half half, @Nullable String person) {

  /** The two it makes a relationship of; nobody has one with himself, or by way of a machine. */
  Optional<PersonPair> persons() {
    String first = half.person();
    return first == null || person == null || first.equals(person) || half.counts().isEmpty()
        ? Optional.empty()
        : Optional.of(PersonPair.of(first, person));
  }

  /** Whether the smaller account is the greater person's. */
  boolean isFlipped() {
    String first = half.person();
    return first != null && person != null && first.compareTo(person) > 0;
  }
}
