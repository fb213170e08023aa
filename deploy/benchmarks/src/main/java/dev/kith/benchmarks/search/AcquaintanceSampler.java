package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Samples which people have a relationship. Most people have few relationships, a few have
 * thousands. Of all relationships, 60 % are with people of a near number; the others prefer people
 * with many relationships.
 */
final class AcquaintanceSampler {
  private static final double TAIL = 1.6;
  private static final int MAX = 3_000;
  private static final double AROUND = 0.6;
  private static final int FARTHEST = 120;

  /**
   * A prime larger than any number of relationships: its multiples visit each of them once, far
   * apart.
   */
  private static final long STEP = 2_147_483_647L;

  private final SyntheticWorld world;

  /** Number of relationships that begin at a person or at an earlier person. */
  private final int[] upTo;

  AcquaintanceSampler(SyntheticWorld world) {
    this.world = world;
    this.upTo = new int[world.people()];
    double[] share = new double[world.people()];
    double all = 0;
    double cap = (double) MAX * world.people() / world.relationships();
    for (int person = 0; person < share.length; person++) {
      double drawn = 1 - world.chance(Sort.CONTACT, -1L - person).nextDouble();
      share[person] = Math.min(cap, Math.pow(drawn, -1 / TAIL) * (1 - 1 / TAIL));
      all += share[person];
    }
    double sum = 0;
    for (int person = 0; person < share.length; person++) {
      sum += share[person];
      upTo[person] = (int) Math.round(sum / all * world.relationships());
    }
  }

  /** Returns the relationship at a position of the index; its neighbours belong to other people. */
  int written(int place) {
    return (int) (place * STEP % world.relationships());
  }

  /** Returns the person at whom a relationship begins. */
  int one(int relationship) {
    int at = Arrays.binarySearch(upTo, relationship);
    if (at < 0) {
      return -at - 1;
    }
    // A person without relationships has the same upper bound as the person before.
    while (upTo[at] <= relationship) {
      at++;
    }
    return at;
  }

  /** Returns the person at whom a relationship ends. */
  int other(int relationship) {
    int one = one(relationship);
    SplittableRandom chance = world.chance(Sort.CONTACT, relationship);
    int other =
        chance.nextDouble() < AROUND
            ? Math.floorMod(one + distance(chance), world.people())
            : one(chance.nextInt(world.relationships()));
    return other == one ? (one + 1) % world.people() : other;
  }

  private static int distance(SplittableRandom chance) {
    double drawn = chance.nextDouble();
    int far = 1 + (int) (FARTHEST * drawn * drawn);
    return chance.nextBoolean() ? far : -far;
  }

  /**
   * Returns a random viewer, in proportion to the number of relationships that begin at a person.
   */
  int somebody(SplittableRandom chance) {
    return one(chance.nextInt(world.relationships()));
  }

  /**
   * Returns a random relationship that begins at a person, or any relationship if there is none.
   */
  int of(int person, SplittableRandom chance) {
    int from = person == 0 ? 0 : upTo[person - 1];
    int count = upTo[person] - from;
    return count == 0 ? chance.nextInt(world.relationships()) : from + chance.nextInt(count);
  }
}
