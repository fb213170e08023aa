package dev.kith.identity.matching;

/**
 * The score of a comparison: how likely two accounts are one person's.
 *
 * @param bits log2 of the odds that they are
 * @param reason what was found, in words a user understands
 */
public record MatchScore(double bits, String reason) {
  /** Three to one or more, and by a good margin in most cases: they are joined. */
  public static final double ACCEPT = 1.6;

  /** Above it a person should decide. */
  public static final double SUGGEST = -1;

  private static final double DOUBTFUL = 0;

  /** What follows from it. */
  public enum Verdict {
    /** Joined. */
    ACCEPT,
    /** Shown to a person, who may join them. */
    SUGGEST,
    /** Neither. */
    REFUSE
  }

  /** What follows from these bits. */
  public Verdict verdict() {
    if (bits >= ACCEPT) {
      return Verdict.ACCEPT;
    }
    return bits >= SUGGEST ? Verdict.SUGGEST : Verdict.REFUSE;
  }

  /**
   * The same with contrary evidence, which probable evidence does not outweigh: a suggestion at
   * most.
   */
  MatchScore but(String contrary) {
    return bits < ACCEPT ? this : new MatchScore(DOUBTFUL, reason + ", but " + contrary);
  }

  boolean isAccepted() {
    return verdict() == Verdict.ACCEPT;
  }

  MatchScore plus(double more) {
    return new MatchScore(bits + more, reason);
  }
}
