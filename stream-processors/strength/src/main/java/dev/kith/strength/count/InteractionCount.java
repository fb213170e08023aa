package dev.kith.strength.count;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.Comparator;

/**
 * How many interactions of one sort there were; the sort is everything but the number.
 *
 * @param day since 1970-01-01, UTC
 * @param direction of the interaction, relative to the pair it is counted for
 * @param network on which it took place
 * @param kind as in Towards.kind
 * @param recipients class of the number of accounts the activity was directed at
 * @param activity fingerprint of the activity if it was directed at several accounts, else 0: two
 *     of them may turn out to be one person's, and then it counts once
 * @param number never 0; below 0 only where something is to be subtracted
 */
public record InteractionCount(
    int day,
    Direction direction,
    String network,
    String kind,
    int recipients,
    int activity,
    int number) {
  /** By sort, days first, which is the order of buckets in a relationship. */
  public static final Comparator<InteractionCount> BY_SORT =
      Comparator.comparingInt(InteractionCount::day)
          .thenComparing(InteractionCount::direction)
          .thenComparing(InteractionCount::network)
          .thenComparing(InteractionCount::kind)
          .thenComparingInt(InteractionCount::recipients)
          .thenComparingInt(InteractionCount::activity);

  InteractionCount times(int factor) {
    return with(Math.multiplyExact(number, factor));
  }

  InteractionCount plus(InteractionCount same) {
    return with(Math.addExact(number, same.number));
  }

  private InteractionCount with(int other) {
    return new InteractionCount(day, direction, network, kind, recipients, activity, other);
  }

  /** The same seen from the other side. */
  InteractionCount flipped() {
    var opposite = direction == Direction.A_TO_B ? Direction.B_TO_A : Direction.A_TO_B;
    return new InteractionCount(day, opposite, network, kind, recipients, activity, number);
  }

  /** A single interaction of this sort. */
  public InteractionCount once() {
    return with(1);
  }

  /** The same without the activity it was counted for. */
  public InteractionCount anonymous() {
    return new InteractionCount(day, direction, network, kind, recipients, 0, number);
  }

  /** As it appears in a relationship. */
  public Bucket bucket() {
    return new Bucket(day, direction, network, kind, recipients, number);
  }
}
