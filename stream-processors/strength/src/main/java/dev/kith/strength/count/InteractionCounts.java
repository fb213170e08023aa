package dev.kith.strength.count;

import dev.kith.schemas.Bucket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many interactions of each sort there were: whole numbers, added and subtracted without loss.
 *
 * @param counts one of each sort, in their order
 */
public record InteractionCounts(List<InteractionCount> counts) {
  /** No interaction. */
  public static final InteractionCounts NONE = new InteractionCounts(List.of());

  /** The counts of a single sort. */
  public static InteractionCounts one(InteractionCount count) {
    return new InteractionCounts(List.of(count));
  }

  /** The sum of counts in any order. */
  public static InteractionCounts sum(Collection<InteractionCount> counts) {
    Map<InteractionCount, InteractionCount> bySort = new TreeMap<>(InteractionCount.BY_SORT);
    counts.forEach(count -> bySort.merge(count, count, InteractionCount::plus));
    return new InteractionCounts(List.copyOf(bySort.values()));
  }

  /** Both together. */
  public InteractionCounts plus(InteractionCounts other) {
    List<InteractionCount> sum = new ArrayList<>(counts.size() + other.counts.size());
    int mine = 0;
    int theirs = 0;
    while (mine < counts.size() || theirs < other.counts.size()) {
      int order = order(mine, other, theirs);
      if (order == 0) {
        add(counts.get(mine++).plus(other.counts.get(theirs++)), sum);
      } else {
        sum.add(order < 0 ? counts.get(mine++) : other.counts.get(theirs++));
      }
    }
    return sum.isEmpty() ? NONE : new InteractionCounts(sum);
  }

  /** Which of two comes next: mine if below 0, theirs if above 0, both if they are of one sort. */
  private int order(int mine, InteractionCounts other, int theirs) {
    if (mine == counts.size() || theirs == other.counts.size()) {
      return mine == counts.size() ? 1 : -1;
    }
    return InteractionCount.BY_SORT.compare(counts.get(mine), other.counts.get(theirs));
  }

  private static void add(InteractionCount count, List<InteractionCount> sum) {
    if (count.number() != 0) {
      sum.add(count);
    }
  }

  /** These without the others. */
  public InteractionCounts minus(InteractionCounts other) {
    return plus(
        new InteractionCounts(other.counts.stream().map(count -> count.times(-1)).toList()));
  }

  /** The same with a and b exchanged. */
  public InteractionCounts flipped() {
    return new InteractionCounts(
        counts.stream().map(InteractionCount::flipped).sorted(InteractionCount.BY_SORT).toList());
  }

  /**
   * These counts, if none is below 0: more was subtracted than was ever added otherwise, which is a
   * bug that must not spread.
   */
  public InteractionCounts checked() {
    for (InteractionCount count : counts) {
      if (count.number() < 0) {
        throw new IllegalStateException("expected no count below 0, found " + count);
      }
    }
    return this;
  }

  /** True if there is no interaction. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** As they appear in a relationship. */
  public List<Bucket> buckets() {
    return counts.stream().map(InteractionCount::bucket).toList();
  }
}
