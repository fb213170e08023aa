package dev.kith.benchmarks.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks from a Zipf-Mandelbrot distribution: the share of rank r is proportional to 1 / (r +
 * offset)^exponent.
 */
public final class ZipfDistribution {
  private final double[] upTo;

  public ZipfDistribution(int ranks, double exponent, double offset) {
    upTo = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += Math.pow(rank + 1 + offset, -exponent);
      upTo[rank] = sum;
    }
  }

  /** Returns a rank, counted from 0, the most frequent. */
  public int rank(SplittableRandom chance) {
    int at = Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(upTo.length - 1, at < 0 ? -at - 1 : at + 1);
  }
}
