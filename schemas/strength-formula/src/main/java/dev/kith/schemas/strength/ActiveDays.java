package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each day of a relationship counts: the best interaction of each direction, both added. Many
 * on one day count like the best of them, so that a burst does not inflate.
 *
 * @param weightByDay of each day; never empty
 */
record ActiveDays(SortedMap<Integer, Double> weightByDay) {

  static ActiveDays of(List<Bucket> buckets, InteractionWeights weights) {
    SortedMap<Integer, double[]> best = new TreeMap<>();
    for (Bucket bucket : buckets) {
      double[] both = best.computeIfAbsent(bucket.getDay(), day -> new double[2]);
      int way = bucket.getDirection() == Direction.A_TO_B ? 0 : 1;
      both[way] = Math.max(both[way], weights.weightOf(bucket));
    }
    SortedMap<Integer, Double> days = new TreeMap<>();
    best.forEach((day, both) -> days.put(day, both[0] + both[1]));
    return new ActiveDays(days);
  }

  /**
   * log2 of Σ weight · 2^(day/h), which is log2 A_h(t) + t/h at every t. Days are added from the
   * oldest to the newest and measured from the newest, so that nothing overflows, and in strict
   * arithmetic, so that equal buckets give the same bits on every machine.
   */
  double g(double halfLife) {
    int newest = weightByDay.lastKey();
    double sum = 0;
    for (var day : weightByDay.entrySet()) {
      sum += day.getValue() * StrictMath.pow(2, (day.getKey() - newest) / halfLife);
    }
    return StrictMath.log(sum) / StrictMath.log(2) + newest / halfLife;
  }
}
