package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import java.util.Map;

/**
 * The weight of one interaction: that of its kind, reduced by the number of accounts that shared
 * it.
 *
 * @param kinds weight of each kind; a kind that is not listed counts 1, one of weight 0 nothing
 * @param exclusivityExponent an activity directed at R accounts counts R^(-x) for each, with x this
 *     exponent
 */
public record InteractionWeights(Map<String, Double> kinds, double exclusivityExponent) {
  /**
   * Tuned on real ties, but for the lightest gestures (like, follow, announce, cc), for reverted
   * commits, for meetings and for address books, of which those say nothing.
   */
  public static final InteractionWeights STANDARD =
      new InteractionWeights(
          Map.ofEntries(
              Map.entry("committed", 1.1),
              Map.entry("merged", 1.1),
              Map.entry("pr-merged", 1.1),
              Map.entry("acked", 0.7),
              Map.entry("cc", 0.7),
              Map.entry("suggested", 0.8),
              Map.entry("issue-comment", 0.85),
              Map.entry("pr-comment", 0.5),
              Map.entry("announce", 0.5),
              Map.entry("continued", 0.3),
              Map.entry("fixed", 0.3),
              Map.entry("reverted", 0.3),
              Map.entry("reported", 0.25),
              Map.entry("tested", 0.4),
              Map.entry("tentative", 0.5),
              Map.entry("invited", 0.3),
              Map.entry("declined", 0.0),
              Map.entry("contact", 0.3),
              Map.entry("like", 0.3),
              Map.entry("follow", 0.3)),
          0.1);

  /** Refuses weights below 0. */
  public InteractionWeights {
    kinds = Map.copyOf(kinds);
    kinds.forEach(InteractionWeights::check);
    if (!(exclusivityExponent >= 0 && exclusivityExponent <= 2)) {
      throw new IllegalArgumentException(
          "expected exclusivity-exponent between 0 and 2, found " + exclusivityExponent);
    }
  }

  private static void check(String kind, double weight) {
    if (!(weight >= 0 && weight <= 1000)) {
      throw new IllegalArgumentException(
          "expected a weight from 0 to 1000 for kind " + kind + ", found " + weight);
    }
  }

  /**
   * The recipient class c of an activity directed at so many accounts: the smallest with 2^c ≥ R.
   */
  public static int recipientClass(int recipients) {
    if (recipients < 1) {
      throw new IllegalArgumentException("expected at least one recipient, found " + recipients);
    }
    return Integer.SIZE - Integer.numberOfLeadingZeros(recipients - 1);
  }

  /** The weight of one interaction of the bucket. */
  public double weightOf(Bucket bucket) {
    return kinds.getOrDefault(bucket.getKind(), 1.0)
        * StrictMath.pow(2, -exclusivityExponent * bucket.getRecipients());
  }
}
