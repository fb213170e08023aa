package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import java.util.Set;

/**
 * What ties two people for longer than talk does: having worked on something together is a better
 * sign of meeting again a year later than having written. Such kinds count once more, in an A of
 * their own that fades slowly and that other kinds have no part in.
 *
 * @param kinds the kinds that last; none for a formula in which all fade alike
 * @param halfLife of their own A in days; not one of those that all kinds share
 * @param weight w_h of their own A
 */
public record Lasting(Set<String> kinds, double halfLife, double weight) {
  /** Work on code, as git and GitHub tell it; what else lasts, no data at hand says. */
  public static final Lasting STANDARD =
      new Lasting(
          Set.of(
              "acked",
              "co-authored",
              "co-developed",
              "committed",
              "issue-comment",
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
  public Lasting {
    kinds = Set.copyOf(kinds);
    Weights.check(halfLife, weight);
  }

  boolean has(Bucket bucket) {
    return kinds.contains(bucket.getKind());
  }
}
