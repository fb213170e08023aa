package dev.kith.demo;

import java.util.List;
import java.util.Random;

/** Everything that is left to chance, the same again from the same seed. */
final class RandomSource {
  private final Random random;

  private RandomSource(long seed) {
    this.random = new Random(seed);
  }

  /** A source of its own for each purpose, so that a change in one does not shift the others. */
  static RandomSource of(long seed, String purpose) {
    return new RandomSource(seed * 1_000_003 + purpose.hashCode());
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From {@code least}, which may occur, to {@code bound}, which may not. */
  int between(int least, int bound) {
    return random.nextInt(least, bound);
  }
}
