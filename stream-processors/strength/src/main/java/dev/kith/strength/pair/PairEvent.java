package dev.kith.strength.pair;

import dev.kith.strength.count.InteractionCounts;
import dev.kith.strength.count.PackedCounts;
import org.jspecify.annotations.Nullable;

/** What a change of a pair of accounts causes: of its counts, or of the persons of its accounts. */
public sealed interface PairEvent {
  /**
   * A pair as the task of the smaller account knows it, for the task of the greater account.
   *
   * @param a the smaller account
   * @param person its person; null if it has none
   * @param counts all interactions of the two accounts
   */
  record HalfJoinedPair(String a, @Nullable String person, PackedCounts counts)
      implements PairEvent {}

  /**
   * What two accounts contribute to the relationship of their persons.
   *
   * @param accounts key of the pair of accounts
   * @param flipped true if the smaller account belongs to the greater person
   * @param counts all interactions of the accounts; empty if there are none, or if the accounts
   *     belong to other persons now
   */
  record Component(String accounts, boolean flipped, PackedCounts counts) implements PairEvent {
    /** The accounts contribute nothing any more. */
    public static Component none(String accounts) {
      return new Component(accounts, false, PackedCounts.NONE);
    }

    /** The counts with a being the smaller person. */
    public InteractionCounts oriented() {
      return flipped ? counts.counts().flipped() : counts.counts();
    }
  }
}
