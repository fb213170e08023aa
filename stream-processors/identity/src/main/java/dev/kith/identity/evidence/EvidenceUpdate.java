package dev.kith.identity.evidence;

import org.jspecify.annotations.Nullable;

/**
 * News for the ledger about a tie. A decision is said by both of its accounts and counts while both
 * say the same, so it sleeps while one of them is not there; every other tie is said once, by the
 * guard or by whoever compares accounts.
 *
 * @param from an account
 * @param to an account or an identifier
 * @param sort of the tie
 * @param tie the tie; null if it is no more
 */
public record EvidenceUpdate(
    String from, String to, PairEvidence.Sort sort, @Nullable PairEvidence tie) {

  public static EvidenceUpdate of(String from, String to, PairEvidence tie) {
    return new EvidenceUpdate(from, to, tie.sort(), tie);
  }

  public static EvidenceUpdate gone(String from, String to, PairEvidence.Sort sort) {
    return new EvidenceUpdate(from, to, sort, null);
  }

  /** True if it stands at both of its ends as soon as it is said. */
  public boolean isMutual() {
    return sort != PairEvidence.Sort.DECIDED;
  }
}
