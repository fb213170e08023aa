package dev.kith.flow.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Seeded randomness for histories. A failure names the seed, and {@code -Dseed=…} runs that one
 * alone.
 */
public final class SeededRandom {
  private final Random random;

  private SeededRandom(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** The random source of one seed. */
  public static SeededRandom of(long seed) {
    return new SeededRandom(seed);
  }

  /** Runs a test once per seed 0, 1, 2, …, and says which seed failed. */
  public static void forSeeds(int runs, SeededTest test) {
    Long only = Long.getLong("seed");
    long first = only == null ? 0 : only;
    long last = only == null ? runs : only + 1;
    for (long seed = first; seed < last; seed++) {
      try {
        test.run(new SeededRandom(seed), seed);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("failed with -Dseed=" + seed, failure);
      }
    }
  }

  /** A test that takes all its randomness from its parameter. */
  public interface SeededTest {
    /** Runs with one seed. */
    void run(SeededRandom random, long seed);
  }

  /** A number from 0 to {@code bound} - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True with a probability of {@code one} in {@code of}. */
  public boolean oneIn(int of) {
    return random.nextInt(of) == 0;
  }

  /** One of several. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Some of several, at most {@code most} and each once. */
  public <T> List<T> someOf(List<T> choices, int most) {
    List<T> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), below(most + 1))));
  }

  /** The same things in another order. */
  public <T> List<T> shuffled(List<T> things) {
    List<T> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** The same things in the same order, every fourth or so coming again later. */
  public <T> List<T> withRepeats(List<T> things) {
    List<T> repeated = new ArrayList<>(things);
    for (int i = 0; i < things.size(); i++) {
      if (oneIn(4)) {
        int later = repeated.indexOf(things.get(i)) + 1;
        repeated.add(later + below(repeated.size() - later + 1), things.get(i));
      }
    }
    return repeated;
  }

  /** Does something {@code times} times. */
  public void times(int times, Consumer<SeededRandom> doing) {
    for (int i = 0; i < times; i++) {
      doing.accept(this);
    }
  }
}
