package dev.kith.identity;

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
record Bond(String a, String b, EvidenceKind kind, double bits, String reason) {

  /** The order in which bonds are considered: it alone decides between bonds that conflict. */
  static final Comparator<Bond> ORDER = Bond::order;

  /** Written out: a large component spends most of its time here. */
  private static int order(Bond one, Bond other) {
    int kinds = one.kind.compareTo(other.kind);
    int bits = kinds != 0 ? kinds : Double.compare(other.bits, one.bits);
    int firsts = bits != 0 ? bits : one.a.compareTo(other.a);
    return firsts != 0 ? firsts : one.b.compareTo(other.b);
  }

  /** An account and an identifier of its own. */
  static Bond owning(String account, String node) {
    double bits =
        Node.identifier(node).startsWith("email:") ? Weights.SAME_ADDRESS : Weights.VERIFIED_LINK;
    return new Bond(account, node, EvidenceKind.DETERMINISTIC, bits, "");
  }

  /** Somebody decided that two accounts are one person. */
  static Bond decided(String a, String b, String by) {
    return new Bond(a, b, EvidenceKind.DECISION, Weights.DECISION, by);
  }

  /** Two accounts look alike. */
  static Bond alike(String a, String b, Tie.Alike alike) {
    return new Bond(a, b, EvidenceKind.PROBABLE, alike.bits(), alike.reason());
  }
}
