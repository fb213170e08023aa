package dev.kith.strength;

import dev.kith.schemas.Bucket;
import java.util.ArrayList;
import java.util.List;

/**
 * How many interactions of each sort: whole numbers that can be added and taken away without loss.
 *
 * @param counts one of each sort, in their order
 */
record Counts(List<Count> counts) {
  static final Counts NONE = new Counts(List.of());

  static Counts one(Count count) {
    return new Counts(List.of(count));
  }

  Counts plus(Counts other) {
    List<Count> sum = new ArrayList<>(counts.size() + other.counts.size());
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
    return sum.isEmpty() ? NONE : new Counts(sum);
  }

  /** Which of two comes next: mine if below 0, theirs if above; both if they are of one sort. */
  private int order(int mine, Counts other, int theirs) {
    if (mine == counts.size() || theirs == other.counts.size()) {
      return mine == counts.size() ? 1 : -1;
    }
    return Count.BY_SORT.compare(counts.get(mine), other.counts.get(theirs));
  }

  private static void add(Count count, List<Count> sum) {
    if (count.number() != 0) {
      sum.add(count);
    }
  }

  Counts minus(Counts other) {
    return plus(new Counts(other.counts.stream().map(count -> count.times(-1)).toList()));
  }

  /** The same seen from the other side of the pair. */
  Counts flipped() {
    return new Counts(counts.stream().map(Count::flipped).sorted(Count.BY_SORT).toList());
  }

  /**
   * These counts, if each can be one: to have taken back more than was ever added is a bug that
   * must not spread.
   */
  Counts checked() {
    for (Count count : counts) {
      if (count.number() < 0) {
        throw new IllegalStateException("expected no count below 0, found " + count);
      }
    }
    return this;
  }

  /** Those up to a day, that day included. */
  Counts until(int day) {
    if (counts.isEmpty() || counts.getLast().day() <= day) {
      return this;
    }
    return new Counts(counts.stream().takeWhile(count -> count.day() <= day).toList());
  }

  int size() {
    return counts.size();
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** As they stand in a relationship. */
  List<Bucket> buckets() {
    return counts.stream().map(Count::bucket).toList();
  }
}
