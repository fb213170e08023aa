package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Who is in touch with whom. Most know a few, a few know thousands; many know those around them,
 * and whoever knows many is known by many more.
 */
final class AcquaintanceSampler {
  private static final double TAIL = 1.6;
  private static final int MOST = 3_000;
  private static final double AROUND = 0.6;
  private static final int FARTHEST = 120;

  /** A prime beyond every count of relationships: steps of it visit each once, far apart. */
  private static final long STEP = 2_147_483_647L;

  private final SyntheticWorld world;

  /** How many relationships begin at a person or at one before. */
  private final int[] upTo;

  AcquaintanceSampler(SyntheticWorld world) {
    this.world = world;
    this.upTo = new int[world.people()];
    double[] share = new double[world.people()];
    double all = 0;
    double cap = (double) MOST * world.people() / world.relationships();
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

  /** The relationship that is written at this place; its neighbours are those of others. */
  int written(int place) {
    return (int) (place * STEP % world.relationships());
  }

  /** Where a relationship begins. */
  int one(int relationship) {
    int at = Arrays.binarySearch(upTo, relationship);
    if (at < 0) {
      return -at - 1;
    }
    // Whoever has no relationship ends where the one before does.
    while (upTo[at] <= relationship) {
      at++;
    }
    return at;
  }

  /** Where it ends. */
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

  /** Somebody, the likelier the more relationships begin there: those are who asks. */
  int somebody(SplittableRandom chance) {
    return one(chance.nextInt(world.relationships()));
  }

  /** One of the relationships that begin at a person. */
  int of(int person, SplittableRandom chance) {
    int from = person == 0 ? 0 : upTo[person - 1];
    int count = upTo[person] - from;
    return count == 0 ? chance.nextInt(world.relationships()) : from + chance.nextInt(count);
  }
}
