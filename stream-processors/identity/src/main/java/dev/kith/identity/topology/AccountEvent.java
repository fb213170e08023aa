package dev.kith.identity.topology;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.identifier.Claim;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonEvent;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Membership;
import org.jspecify.annotations.Nullable;

/** An event that the change of an account causes. */
sealed interface AccountEvent {

  /** For the filter of an identifier. */
  record Claimed(String identifier, Claim claim) implements AccountEvent {}

  /** For clustering. */
  sealed interface ToClustering extends AccountEvent {}

  /** Evidence about two nodes has changed. */
  record EvidenceChanged(EvidenceUpdate update) implements ToClustering {}

  /** The profile of an account has changed; null if it has none any more. */
  record ProfileChanged(String account, @Nullable ProfileSummary summary) implements ToClustering {}

  /** For its person, or for the person that it leaves. */
  record PersonChanged(String person, PersonEvent event) implements AccountEvent {}

  /**
   * The membership of an account has changed.
   *
   * @param account the account
   * @param person whose; null if it is nobody's any more
   * @param kind what stands behind it
   * @param version of this membership
   */
  record MembershipChanged(String account, @Nullable String person, AccountKind kind, long version)
      implements AccountEvent {

    /** The record of the membership; null removes it. */
    @Nullable Membership asMembership() {
      return person == null ? null : new Membership(account, person, kind, version);
    }
  }
}
