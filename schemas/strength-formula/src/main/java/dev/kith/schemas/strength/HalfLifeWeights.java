package dev.kith.schemas.strength;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The half-lives that all kinds share, and what each weighs in the sum.
 *
 * @param byHalfLife w_h by half-life in days, shortest first
 */
public record HalfLifeWeights(NavigableMap<Double, Double> byHalfLife) {
  /** Refuses half-lives and weights that give no ranking. */
  public HalfLifeWeights {
    byHalfLife = Collections.unmodifiableNavigableMap(new TreeMap<>(byHalfLife));
    if (byHalfLife.isEmpty()) {
      throw new IllegalArgumentException("expected at least one half-life, found none");
    }
    byHalfLife.forEach(HalfLifeWeights::check);
  }

  static void check(double halfLife, double weight) {
    if (!(halfLife >= 1 && halfLife <= 36_500)) {
      throw new IllegalArgumentException(
          "expected a half-life of 1 to 36500 days, found " + halfLife);
    }
    if (!(weight > 0 && weight <= 1000)) {
      throw new IllegalArgumentException(
          "expected a weight above 0 and at most 1000 for the half-life of %s days, found %s"
              .formatted(halfLife, weight));
    }
  }

  /**
   * The half-life that tells what is recent: the longest but one, as days of silence say little.
   */
  double recent() {
    Double shorter = byHalfLife.lowerKey(usual());
    return shorter == null ? usual() : shorter;
  }

  /** The half-life that tells what is usual: the longest. */
  double usual() {
    return byHalfLife.lastKey();
  }

  /** S of talking both ways on every day, for ever. */
  double fullSum() {
    return byHalfLife.entrySet().stream()
        .mapToDouble(each -> each.getValue() * 2 * everyDay(each.getKey()))
        .sum();
  }

  /** A_h of one interaction on every day, for ever. */
  static double everyDay(double halfLife) {
    return 1 / -Math.expm1(-Math.log(2) / halfLife);
  }
}
