package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import java.util.Set;

/**
 * Kinds of interaction that tie two people for longer than talk: people who have worked on
 * something together meet again a year later more often than people who have written to each other.
 * These kinds count once more, in a term with a half-life of its own that other kinds have no part
 * in.
 *
 * @param kinds the long-term kinds; empty for a formula in which all kinds fade alike
 * @param halfLife of the long-term term in days; none of those that all kinds share
 * @param weight w_h of the long-term term
 */
public record LongTermKinds(Set<String> kinds, double halfLife, double weight) {
  /**
   * Work on code, as git and GitHub report it; no data at hand tells which other kinds belong here.
   */
  public static final LongTermKinds STANDARD =
      new LongTermKinds(
          Set.of(
              "acked",
              "co-authored",
              "co-developed",
              "committed",
              "continued",
              "issue-comment",
              "merged",
              "pr-comment",
              "pr-merged",
              "pr-review",
              "reported",
              "reviewed",
              "signed-off",
              "suggested",
              "tested"),
          240,
          0.16);

  /** Refuses a half-life or weight that gives no ranking. */
  public LongTermKinds {
    kinds = Set.copyOf(kinds);
    HalfLifeWeights.check(halfLife, weight);
  }

  boolean contains(Bucket bucket) {
    return kinds.contains(bucket.getKind());
  }
}
