package dev.kith.identity.evidence;

/** The weight of each kind of evidence, in bits (log2 odds). */
public final class EvidenceWeights {
  /** Somebody knows. More than any evidence, and with the other sign for "different". */
  static final double DECISION = 100;

  /** The network itself checked that both ends point at each other. */
  public static final double VERIFIED_LINK = 25;

  /** One address, which the filter found to be a person's own. */
  static final double SAME_ADDRESS = 20;

  /** One phone number, which the filter found to be a person's own; numbers are passed on. */
  static final double SAME_PHONE = 18;

  private EvidenceWeights() {}
}
