package dev.kith.demo;

import java.util.List;
import java.util.Random;

/** A random number generator that returns the same sequence for the same seed. */
final class RandomSource {
  private final Random random;

  private RandomSource(long seed) {
    this.random = new Random(seed);
  }

  /** Creates a generator for one purpose, so that a change in one does not shift the others. */
  static RandomSource of(long seed, String purpose) {
    return new RandomSource(seed * 1_000_003 + purpose.hashCode());
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns a number from {@code least} (inclusive) to {@code bound} (exclusive). */
  int between(int least, int bound) {
    return random.nextInt(least, bound);
  }
}
