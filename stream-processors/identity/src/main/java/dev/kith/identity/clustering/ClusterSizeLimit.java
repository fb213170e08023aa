package dev.kith.identity.clustering;

/**
 * The largest cluster that probable evidence may make: the more bits, the larger. A wrong link
 * between two large clusters does more harm than one between two accounts.
 */
final class ClusterSizeLimit {
  private static final double SMALLEST = 8;
  private static final double MORE_PER_BIT = 1.5;

  private ClusterSizeLimit() {}

  /** The largest number of accounts that a candidate of so many bits may join. */
  static int max(double bits) {
    return (int) (SMALLEST + MORE_PER_BIT * Math.max(0, bits));
  }
}
