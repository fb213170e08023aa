package dev.kith.identity.clustering;

import java.util.TreeMap;

/** How large the largest of many things is now. One thread counts, others may ask. */
public final class LargestSize {
  private final TreeMap<Integer, Integer> counts = new TreeMap<>();
  private volatile int largest;

  /** Something was of one size and is of another; 0 is nothing. */
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
