package dev.kith.api.relationships;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What makes up a strength: the parts add up to it. On each day and in each direction only the best
 * interaction counts; its part goes to its network, kind and direction.
 *
 * @param networks points of strength by network
 * @param kinds points of strength by kind
 * @param directions points of strength by who turned to whom: a or b
 * @param recentDays points of strength by day, the ten that count most
 */
@Serdeable
public record Breakdown(
    Map<String, Double> networks,
    Map<String, Double> kinds,
    Map<String, Double> directions,
    List<DayPart> recentDays) {
  private static final int MOST_DAYS = 10;

  /**
   * What one day adds.
   *
   * @param day the day
   * @param points of strength
   */
  @Serdeable
  public record DayPart(String day, double points) {}

  /** One interaction that counts, and what it adds to S. */
  private record Part(Bucket bucket, double sum) {}

  /** The key of what counts once. */
  private record DayAndDirection(int day, Direction direction) {}

  static Breakdown of(List<Bucket> buckets, StrengthFormula formula, double atDays) {
    Collection<Part> parts = parts(buckets, formula, atDays);
    double sum = parts.stream().mapToDouble(Part::sum).sum();
    double points = sum > 0 ? formula.strengthOf(sum) / sum : 0;
    return new Breakdown(
        by(parts, points, Bucket::getNetwork),
        by(parts, points, Bucket::getKind),
        by(parts, points, each -> each.getDirection() == Direction.A_TO_B ? "a" : "b"),
        days(parts, points));
  }

  private static Collection<Part> parts(
      List<Bucket> buckets, StrengthFormula formula, double atDays) {
    Map<DayAndDirection, Part> best = new HashMap<>();
    for (Bucket bucket : buckets) {
      var part = new Part(bucket, formula.worth().of(bucket) * fading(bucket, formula, atDays));
      best.merge(
          new DayAndDirection(bucket.getDay(), bucket.getDirection()),
          part,
          (one, other) -> other.sum() > one.sum() ? other : one);
    }
    return best.values();
  }

  private static double fading(Bucket bucket, StrengthFormula formula, double atDays) {
    return formula.halfLives().stream()
        .mapToDouble(h -> formula.weight(h) * Math.pow(2, (bucket.getDay() - atDays) / h))
        .sum();
  }

  private static Map<String, Double> by(
      Collection<Part> parts, double points, Function<Bucket, String> named) {
    Map<String, Double> sums = new TreeMap<>();
    parts.forEach(part -> sums.merge(named.apply(part.bucket()), part.sum(), Double::sum));
    sums.replaceAll((_, sum) -> Closeness.rounded(sum * points));
    return sums;
  }

  private static List<DayPart> days(Collection<Part> parts, double points) {
    Map<Integer, Double> sums = new TreeMap<>();
    parts.forEach(part -> sums.merge(part.bucket().getDay(), part.sum(), Double::sum));
    return sums.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(MOST_DAYS)
        .map(
            day ->
                new DayPart(
                    java.time.LocalDate.ofEpochDay(day.getKey()).toString(),
                    Closeness.rounded(day.getValue() * points)))
        .toList();
  }
}
