package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.HalfLife;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How close two persons are, from what passed between them.
 *
 * <pre>
 *   A_h(t)   = Σ over days and directions of max over that day's interactions( worth ) · 2^(-age/h)
 *   S(t)     = Σ over half-lives of w_h · A_h(t)
 *   strength = 100 · min(1, ln(1+S) / ln(1+S*))        S* = contact both ways on every day
 * </pre>
 *
 * The form is fixed because it is linear in A_h: an index can rank by it as of now. All times are
 * days since 1970-01-01 UTC; an interaction counts from the start of its day.
 *
 * @param worth what one interaction counts
 * @param weights w_h of each half-life
 * @param bounds where warming and cooling begin
 */
public record StrengthFormula(Worth worth, Weights weights, Trend.Bounds bounds) {

  /** The parameters tuned on real ties; RATIONALE.md of the strength step says how. */
  public static StrengthFormula standard() {
    return new StrengthFormula(
        Worth.STANDARD,
        new Weights(new TreeMap<>(Map.of(50.0, 0.4, 730.0, 0.0125))),
        Trend.Bounds.STANDARD);
  }

  /** The half-lives in days, shortest first. */
  public List<Double> halfLives() {
    return List.copyOf(weights.byHalfLife().keySet());
  }

  /** The weight w_h of a half-life; 0 if the formula does not know it. */
  public double weight(double halfLife) {
    return weights.byHalfLife().getOrDefault(halfLife, 0.0);
  }

  /** g of each half-life, shortest first; none for no buckets. Their order does not matter. */
  public List<HalfLife> halfLives(List<Bucket> buckets) {
    if (buckets.isEmpty()) {
      return List.of();
    }
    ActiveDays days = ActiveDays.of(buckets, worth);
    return halfLives().stream().map(h -> new HalfLife(h, days.g(h))).toList();
  }

  /** S at a moment. Half-lives the formula does not know, left by older settings, do not count. */
  public double sum(List<HalfLife> g, double nowDays) {
    double sum = 0;
    for (HalfLife each : g) {
      double weight = weight(each.getDays());
      if (weight > 0) {
        sum += weight * Math.pow(2, each.getG() - nowDays / each.getDays());
      }
    }
    return sum;
  }

  /** S of contact both ways on every day, for ever: what counts as 100. */
  public double fullSum() {
    return weights.fullSum();
  }

  /** Strength, 0 to 100, of two persons whose sum is S. */
  public double strengthOf(double sum) {
    return 100 * Math.min(1, Math.log1p(sum) / Math.log1p(fullSum()));
  }

  /** The smallest S that gives a strength: the bound a search for {@code strength:>50} needs. */
  public double sumFor(double strength) {
    return Math.expm1(strength / 100 * Math.log1p(fullSum()));
  }

  /** Strength, 0 to 100, at a moment that is not before the last contact. */
  public double strength(List<HalfLife> g, double nowDays) {
    return strengthOf(sum(g, nowDays));
  }

  /** Strength, 0 to 100, as it was at any moment: what came after it does not count. */
  public double strengthAt(List<Bucket> buckets, double atDays) {
    var until = buckets.stream().filter(bucket -> bucket.getDay() <= atDays).toList();
    return strengthOf(sum(halfLives(until), atDays));
  }

  /** Whether recent contact is more or less than usual; steady where that is not known. */
  public Trend trend(List<HalfLife> g, double nowDays) {
    OptionalDouble tilt = tilt(g);
    return tilt.isEmpty() ? Trend.STEADY : bounds.of(tilt.getAsDouble() - steadyTilt(nowDays));
  }

  /**
   * g of the shortest half-life less g of the longest: the same at every moment, so an index can
   * keep it, and sort and filter by trend.
   */
  public OptionalDouble tilt(List<HalfLife> g) {
    OptionalDouble recent = g(g, weights.shortest());
    OptionalDouble usual = g(g, weights.longest());
    return recent.isEmpty() || usual.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(recent.getAsDouble() - usual.getAsDouble());
  }

  /** The tilt, at a moment, of two whose recent contact is as usual. Trend is the tilt above it. */
  public double steadyTilt(double nowDays) {
    double recent = weights.shortest();
    double usual = weights.longest();
    return Math.log(Weights.everyDay(recent) / Weights.everyDay(usual)) / Math.log(2)
        + nowDays / recent
        - nowDays / usual;
  }

  private static OptionalDouble g(List<HalfLife> g, double halfLife) {
    return g.stream()
        .filter(each -> each.getDays() == halfLife)
        .mapToDouble(HalfLife::getG)
        .findFirst();
  }
}
