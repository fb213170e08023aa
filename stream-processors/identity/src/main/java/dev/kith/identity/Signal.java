package dev.kith.identity;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Membership;
import org.jspecify.annotations.Nullable;

/** What an account says to the steps behind it. */
sealed interface Signal {

  /** To the guard of an identifier. */
  record Claims(String identifier, Claim claim) implements Signal {}

  /** To the ledger. */
  sealed interface ToLedger extends Signal {}

  /** What was decided or found about two nodes. */
  record Ties(Edge edge) implements ToLedger {}

  /** What an account looks like; null if it is gone. */
  record Appears(String account, @Nullable Look look) implements ToLedger {}

  /** To its person, or to the one it leaves. */
  record Moves(String person, PersonNews news) implements Signal {}

  /**
   * To everybody: whose it is.
   *
   * @param account the account
   * @param person whose; null if it is nobody's any more
   * @param kind what stands behind it
   * @param version of this news
   */
  record Belongs(String account, @Nullable String person, AccountKind kind, long version)
      implements Signal {

    /** The record for everybody; null takes the membership away. */
    @Nullable Membership asMembership() {
      return person == null ? null : new Membership(account, person, kind, version);
    }
  }
}
