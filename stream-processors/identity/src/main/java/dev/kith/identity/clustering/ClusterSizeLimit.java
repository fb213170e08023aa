package dev.kith.identity.clustering;

/**
 * How large a cluster merely probable evidence may make: the more bits, the larger. A wrong link
 * between two accounts is an error; between two crowds it is a disaster.
 */
final class ClusterSizeLimit {
  private static final double SMALLEST = 8;
  private static final double MORE_PER_BIT = 1.5;

  private ClusterSizeLimit() {}

  /** Most accounts a bond of so many bits may put together. */
  static int most(double bits) {
    return (int) (SMALLEST + MORE_PER_BIT * Math.max(0, bits));
  }
}
