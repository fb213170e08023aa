package dev.kith.identity.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A change of evidence. A decision is stated by both of its accounts and counts while both state
 * it, so it does not count while one of them does not exist; other evidence is stated once, by the
 * identifier filter or by matching.
 *
 * @param from an account
 * @param to an account or an identifier
 * @param type of the evidence
 * @param evidence the evidence; null if it does not exist any more
 */
public record EvidenceUpdate(
    String from, String to, PairEvidence.Type type, @Nullable PairEvidence evidence) {

  public static EvidenceUpdate of(String from, String to, PairEvidence evidence) {
    return new EvidenceUpdate(from, to, evidence.type(), evidence);
  }

  public static EvidenceUpdate removed(String from, String to, PairEvidence.Type type) {
    return new EvidenceUpdate(from, to, type, null);
  }

  /** Whether it is stored at both ends as soon as it is stated. */
  public boolean isMutual() {
    return type != PairEvidence.Type.DECIDED;
  }
}
