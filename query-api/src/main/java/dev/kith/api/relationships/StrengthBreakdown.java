package dev.kith.api.relationships;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.BlindCopies;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The parts of a strength, which add up to it. On each day and in each direction only the
 * interaction of the highest weight counts, and the one of the highest weight among the long-term
 * kinds once more; its part counts for its network, kind and direction.
 *
 * @param networks points of strength by network
 * @param kinds points of strength by kind
 * @param noContactKinds those of the kinds that are no contact in time: they move neither the first
 *     nor the last contact, and make no trend
 * @param directions points of strength by author: a or b
 * @param recentDays points of strength of the ten days that count most
 */
@Serdeable
public record StrengthBreakdown(
    Map<String, Double> networks,
    Map<String, Double> kinds,
    List<String> noContactKinds,
    Map<String, Double> directions,
    List<DayContribution> recentDays) {
  private static final int MAX_DAYS = 10;

  /**
   * The part of one day.
   *
   * @param day the day
   * @param points of strength
   * @param parts the interactions of the day that count
   */
  @Serdeable
  public record DayContribution(String day, double points, List<Contribution> parts) {
    private DayContribution withOpenKinds() {
      return new DayContribution(
          day, points, parts.stream().map(Contribution::withOpenKind).toList());
    }
  }

  /**
   * The part of one interaction.
   *
   * @param from a or b
   * @param network of the interaction
   * @param kind of the interaction
   * @param points of strength
   */
  @Serdeable
  public record Contribution(String from, String network, String kind, double points) {
    private Contribution withOpenKind() {
      return new Contribution(from, network, BlindCopies.openKind(kind), points);
    }
  }

  /** One interaction that counts, and its part of S. */
  private record CountedInteraction(Bucket bucket, double sum) {}

  /** One interaction counts per day and direction. */
  private record DayAndDirection(int day, Direction direction) {}

  static StrengthBreakdown of(List<Bucket> buckets, StrengthFormula formula, double atDays) {
    Collection<CountedInteraction> parts = parts(buckets, formula, atDays);
    double sum = parts.stream().mapToDouble(CountedInteraction::sum).sum();
    double points = sum > 0 ? formula.strengthOf(sum) / sum : 0;
    Map<String, Double> kinds = by(parts, points, Bucket::getKind);
    return new StrengthBreakdown(
        by(parts, points, Bucket::getNetwork),
        kinds,
        kinds.keySet().stream().filter(formula.noContactKinds()::contains).toList(),
        by(parts, points, StrengthBreakdown::from),
        days(parts, points));
  }

  /** The same for viewers who may not see blind copies. */
  StrengthBreakdown withOpenKinds() {
    Map<String, Double> open = new TreeMap<>();
    kinds.forEach(
        (kind, points) ->
            open.merge(
                BlindCopies.openKind(kind),
                points,
                (one, other) -> Closeness.rounded(one + other)));
    return new StrengthBreakdown(
        networks,
        open,
        noContactKinds,
        directions,
        recentDays.stream().map(DayContribution::withOpenKinds).toList());
  }

  private static Collection<CountedInteraction> parts(
      List<Bucket> buckets, StrengthFormula formula, double atDays) {
    Map<Bucket, CountedInteraction> parts = new HashMap<>();
    double factor = formula.reciprocity().factor(buckets);
    for (double halfLife : formula.halfLives()) {
      for (Bucket bucket : best(formula.counted(halfLife, buckets), formula)) {
        double left = Math.pow(2, (bucket.getDay() - atDays) / halfLife);
        double sum =
            factor
                * formula.interactionWeights().weightOf(bucket)
                * formula.weight(halfLife)
                * left;
        parts.merge(
            bucket,
            new CountedInteraction(bucket, sum),
            (one, other) -> new CountedInteraction(bucket, one.sum() + other.sum()));
      }
    }
    return parts.values();
  }

  /** The interaction of the highest weight per day and direction; the first of equals. */
  private static Collection<Bucket> best(List<Bucket> buckets, StrengthFormula formula) {
    Map<DayAndDirection, Bucket> best = new HashMap<>();
    for (Bucket bucket : buckets) {
      best.merge(
          new DayAndDirection(bucket.getDay(), bucket.getDirection()),
          bucket,
          (one, other) ->
              formula.interactionWeights().weightOf(other)
                      > formula.interactionWeights().weightOf(one)
                  ? other
                  : one);
    }
    return best.values();
  }

  private static Map<String, Double> by(
      Collection<CountedInteraction> parts, double points, Function<Bucket, String> named) {
    Map<String, Double> sums = new TreeMap<>();
    parts.forEach(part -> sums.merge(named.apply(part.bucket()), part.sum(), Double::sum));
    sums.replaceAll((_, sum) -> Closeness.rounded(sum * points));
    return sums;
  }

  private static String from(Bucket bucket) {
    return bucket.getDirection() == Direction.A_TO_B ? "a" : "b";
  }

  private static List<DayContribution> days(Collection<CountedInteraction> parts, double points) {
    Map<Integer, List<CountedInteraction>> days = new TreeMap<>();
    parts.forEach(
        part -> days.computeIfAbsent(part.bucket().getDay(), _ -> new ArrayList<>()).add(part));
    return days.entrySet().stream()
        .map(day -> day(day.getKey(), day.getValue(), points))
        .sorted(Comparator.comparingDouble(DayContribution::points).reversed())
        .limit(MAX_DAYS)
        .toList();
  }

  private static DayContribution day(int day, List<CountedInteraction> parts, double points) {
    double sum = parts.stream().mapToDouble(CountedInteraction::sum).sum();
    List<Contribution> contributions =
        parts.stream()
            .map(part -> contribution(part, points))
            .sorted(Comparator.comparing(Contribution::from))
            .toList();
    return new DayContribution(
        LocalDate.ofEpochDay(day).toString(), Closeness.rounded(sum * points), contributions);
  }

  private static Contribution contribution(CountedInteraction part, double points) {
    Bucket bucket = part.bucket();
    return new Contribution(
        from(bucket),
        bucket.getNetwork(),
        bucket.getKind(),
        Closeness.rounded(part.sum() * points));
  }
}
