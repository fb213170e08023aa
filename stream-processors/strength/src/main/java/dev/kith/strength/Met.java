package dev.kith.strength;

import org.jspecify.annotations.Nullable;

/** What follows from a change of the counts of a pair of accounts, or of whose they are. */
sealed interface Met {
  /**
   * What the task of the smaller account knows of a pair, for the task of the greater.
   *
   * @param a the smaller account
   * @param person whose it is; null if it is nobody's
   * @param counts all that passed between the two accounts
   */
  record Half(String a, @Nullable String person, Packed counts) implements Met {}

  /**
   * What two accounts contribute to the relationship of their persons.
   *
   * @param accounts key of the pair of accounts
   * @param flipped whether the smaller account is the greater person's
   * @param counts all that passed between the accounts; empty if nothing did, or if they belong to
   *     others now
   */
  record Component(String accounts, boolean flipped, Packed counts) implements Met {
    /** Nothing any more. */
    static Component none(String accounts) {
      return new Component(accounts, false, Packed.NONE);
    }

    /** All that passed, seen from the smaller person. */
    Counts seen() {
      return flipped ? counts.counts().flipped() : counts.counts();
    }
  }
}
