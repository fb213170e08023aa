package dev.kith.identity.evidence;

import dev.kith.identity.account.Identifiers;
import dev.kith.schemas.EvidenceKind;
import java.util.Comparator;

/**
 * A reason to put two nodes into one cluster.
 *
 * @param a an account
 * @param b another account, greater than a, or an identifier
 * @param kind sort of reason
 * @param bits weight
 * @param reason in words; for a decision, who decided; empty where the nodes say it
 */
public record MergeCandidate(String a, String b, EvidenceKind kind, double bits, String reason) {

  /**
   * The order in which candidates are considered: it alone decides between candidates that
   * conflict.
   */
  public static final Comparator<MergeCandidate> ORDER = MergeCandidate::order;

  /** Written out: a large component spends most of its time here. */
  private static int order(MergeCandidate one, MergeCandidate other) {
    int kinds = one.kind.compareTo(other.kind);
    int bits = kinds != 0 ? kinds : Double.compare(other.bits, one.bits);
    int firsts = bits != 0 ? bits : one.a.compareTo(other.a);
    return firsts != 0 ? firsts : one.b.compareTo(other.b);
  }

  /** An account and an identifier that it claims. */
  public static MergeCandidate ofIdentifier(String account, String node) {
    double bits = bits(NodeId.identifier(node));
    return new MergeCandidate(account, node, EvidenceKind.DETERMINISTIC, bits, "");
  }

  private static double bits(String identifier) {
    if (identifier.startsWith("email:")) {
      return EvidenceWeights.SAME_ADDRESS;
    }
    return identifier.startsWith(Identifiers.PHONE)
        ? EvidenceWeights.SAME_PHONE
        : EvidenceWeights.VERIFIED_LINK;
  }

  /** Somebody decided that two accounts are one person. */
  public static MergeCandidate decided(String a, String b, String by) {
    return new MergeCandidate(a, b, EvidenceKind.DECISION, EvidenceWeights.DECISION, by);
  }

  /** Two accounts match. */
  public static MergeCandidate ofMatch(String a, String b, PairEvidence.Match ofMatch) {
    return new MergeCandidate(a, b, EvidenceKind.PROBABLE, ofMatch.bits(), ofMatch.reason());
  }
}
