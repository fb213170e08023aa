package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import java.util.Map;

/**
 * What one interaction counts: the weight of its kind, less the more accounts shared it.
 *
 * @param kinds weight of each kind; a kind that is not listed counts 1
 * @param gamma exclusivity: an activity directed at R accounts counts R^(-gamma) for each
 */
public record Worth(Map<String, Double> kinds, double gamma) {
  /**
   * Tuned on real ties, but for the lightest gestures (like, follow, announce, cc), of which those
   * say nothing.
   */
  public static final Worth STANDARD =
      new Worth(
          Map.ofEntries(
              Map.entry("committed", 1.1),
              Map.entry("pr-merged", 1.1),
              Map.entry("acked", 0.7),
              Map.entry("cc", 0.7),
              Map.entry("suggested", 0.8),
              Map.entry("issue-comment", 0.85),
              Map.entry("pr-comment", 0.5),
              Map.entry("announce", 0.5),
              Map.entry("reported", 0.25),
              Map.entry("tested", 0.4),
              Map.entry("like", 0.3),
              Map.entry("follow", 0.3)),
          0.1);

  /** Refuses weights that would make nothing, or less than nothing, of an interaction. */
  public Worth {
    kinds = Map.copyOf(kinds);
    kinds.forEach(Worth::check);
    if (!(gamma >= 0 && gamma <= 2)) {
      throw new IllegalArgumentException("expected gamma between 0 and 2, found " + gamma);
    }
  }

  private static void check(String kind, double weight) {
    if (!(weight > 0 && weight <= 1000)) {
      throw new IllegalArgumentException(
          "expected a weight above 0 and at most 1000 for kind " + kind + ", found " + weight);
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

  /** What one interaction of the bucket's sort counts. */
  public double of(Bucket bucket) {
    return kinds.getOrDefault(bucket.getKind(), 1.0)
        * StrictMath.pow(2, -gamma * bucket.getRecipients());
  }
}
