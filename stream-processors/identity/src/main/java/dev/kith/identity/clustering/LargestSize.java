package dev.kith.identity.clustering;

import java.util.TreeMap;

/** The size of the largest of many groups. One thread counts, others may read. */
public final class LargestSize {
  private final TreeMap<Integer, Integer> counts = new TreeMap<>();
  private volatile int largest;

  /** A group has changed its size; 0 is no group. */
  public void change(int before, int after) {
    if (before == after) {
      return;
    }
    if (before > 0) {
      counts.computeIfPresent(before, (size, count) -> count == 1 ? null : count - 1);
    }
    if (after > 0) {
      counts.merge(after, 1, Integer::sum);
    }
    largest = counts.isEmpty() ? 0 : counts.lastKey();
  }

  public int largest() {
    return largest;
  }
}
