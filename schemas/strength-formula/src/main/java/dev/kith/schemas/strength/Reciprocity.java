package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much a relationship counts in which only one side has ever turned to the other: a stranger's
 * first message, a newsletter. The factor depends on the counts alone, not on the time.
 *
 * @param mutualKinds kinds of interaction that take both sides, whoever recorded them
 * @param single factor of a relationship that consists of one unanswered message
 * @param most more unanswered messages than this count as this many in all
 */
public record Reciprocity(Set<String> mutualKinds, double single, int most) {
  /**
   * Work on one thing, and an answer, which somebody has asked for: a reply, or that of somebody
   * who is invited to a meeting and may come. RATIONALE.md has the trials.
   */
  public static final Reciprocity STANDARD =
      new Reciprocity(
          with(LongTermKinds.STANDARD.kinds(), List.of("reply", "accepted", "tentative")), 0.2, 12);

  /** Refuses factors that give no ranking. */
  public Reciprocity {
    mutualKinds = Set.copyOf(mutualKinds);
    if (!(single > 0 && single <= 1)) {
      throw new IllegalArgumentException(
          "expected a weight above 0 and at most 1 for a single unanswered message, found "
              + single);
    }
    if (most < 1) {
      throw new IllegalArgumentException(
          "expected at least one unanswered message to count, found " + most);
    }
  }

  private static Set<String> with(Set<String> kinds, List<String> more) {
    Set<String> all = new TreeSet<>(kinds);
    all.addAll(more);
    return all;
  }

  /** Whether only one side has ever turned to the other. */
  public boolean isOneSided(Collection<Bucket> buckets) {
    boolean bothWays = has(buckets, Direction.A_TO_B) && has(buckets, Direction.B_TO_A);
    return !bothWays
        && buckets.stream().noneMatch(bucket -> mutualKinds.contains(bucket.getKind()));
  }

  private static boolean has(Collection<Bucket> buckets, Direction direction) {
    return buckets.stream().anyMatch(bucket -> bucket.getDirection() == direction);
  }

  /** What every A of the relationship is multiplied with; 1 where both sides take part. */
  public double factor(Collection<Bucket> buckets) {
    if (!isOneSided(buckets)) {
      return 1;
    }
    long messages = buckets.stream().mapToLong(Bucket::getCount).sum();
    return messages <= 1 ? single : Math.min(1, most / (double) messages);
  }
}
