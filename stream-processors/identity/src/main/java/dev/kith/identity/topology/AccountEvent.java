package dev.kith.identity.topology;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.guard.Claim;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonEvent;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Membership;
import org.jspecify.annotations.Nullable;

/** What an account says to the steps behind it. */
sealed interface AccountEvent {

  /** To the guard of an identifier. */
  record Claims(String identifier, Claim claim) implements AccountEvent {}

  /** To the ledger. */
  sealed interface ToLedger extends AccountEvent {}

  /** What was decided or found about two nodes. */
  record Ties(EvidenceUpdate edge) implements ToLedger {}

  /** What an account looks like; null if it is gone. */
  record Appears(String account, @Nullable ProfileSummary look) implements ToLedger {}

  /** To its person, or to the one it leaves. */
  record Moves(String person, PersonEvent news) implements AccountEvent {}

  /**
   * To everybody: whose it is.
   *
   * @param account the account
   * @param person whose; null if it is nobody's any more
   * @param kind what stands behind it
   * @param version of this news
   */
  record Belongs(String account, @Nullable String person, AccountKind kind, long version)
      implements AccountEvent {

    /** The record for everybody; null takes the membership away. */
    @Nullable Membership asMembership() {
      return person == null ? null : new Membership(account, person, kind, version);
    }
  }
}
