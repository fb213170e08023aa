package dev.kith.api.relationships;

import dev.kith.api.search.BlindCopies;
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
 * What makes up a strength: the parts add up to it. On each day and in each direction only the best
 * interaction counts, and the best of those that last once more; its part goes to its network, kind
 * and direction.
 *
 * @param networks points of strength by network
 * @param kinds points of strength by kind
 * @param directions points of strength by who turned to whom: a or b
 * @param recentDays points of strength by day, the ten that count most, and what they were for
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
   * @param parts what they were for: what counts of that which the two did on that day
   */
  @Serdeable
  public record DayPart(String day, double points, List<Deed> parts) {
    private DayPart withOpenKinds() {
      return new DayPart(day, points, parts.stream().map(Deed::withOpenKind).toList());
    }
  }

  /**
   * The best that one of the two did on a day, or the best of what lasts.
   *
   * @param from a or b
   * @param network where
   * @param kind in which manner
   * @param points of strength
   */
  @Serdeable
  public record Deed(String from, String network, String kind, double points) {
    private Deed withOpenKind() {
      return new Deed(from, network, BlindCopies.openKind(kind), points);
    }
  }

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
        by(parts, points, Breakdown::from),
        days(parts, points));
  }

  /** The same as it is shown to whoever may not know of blind copies. */
  Breakdown withOpenKinds() {
    Map<String, Double> open = new TreeMap<>();
    kinds.forEach(
        (kind, points) ->
            open.merge(
                BlindCopies.openKind(kind),
                points,
                (one, other) -> Closeness.rounded(one + other)));
    return new Breakdown(
        networks, open, directions, recentDays.stream().map(DayPart::withOpenKinds).toList());
  }

  private static Collection<Part> parts(
      List<Bucket> buckets, StrengthFormula formula, double atDays) {
    Map<Bucket, Part> parts = new HashMap<>();
    double factor = formula.reciprocity().factor(buckets);
    for (double halfLife : formula.halfLives()) {
      for (Bucket bucket : best(formula.counted(halfLife, buckets), formula)) {
        double left = Math.pow(2, (bucket.getDay() - atDays) / halfLife);
        double sum = factor * formula.worth().of(bucket) * formula.weight(halfLife) * left;
        parts.merge(
            bucket,
            new Part(bucket, sum),
            (one, other) -> new Part(bucket, one.sum() + other.sum()));
      }
    }
    return parts.values();
  }

  /** The best of each day and direction; of equals the first. */
  private static Collection<Bucket> best(List<Bucket> buckets, StrengthFormula formula) {
    Map<DayAndDirection, Bucket> best = new HashMap<>();
    for (Bucket bucket : buckets) {
      best.merge(
          new DayAndDirection(bucket.getDay(), bucket.getDirection()),
          bucket,
          (one, other) -> formula.worth().of(other) > formula.worth().of(one) ? other : one);
    }
    return best.values();
  }

  private static Map<String, Double> by(
      Collection<Part> parts, double points, Function<Bucket, String> named) {
    Map<String, Double> sums = new TreeMap<>();
    parts.forEach(part -> sums.merge(named.apply(part.bucket()), part.sum(), Double::sum));
    sums.replaceAll((_, sum) -> Closeness.rounded(sum * points));
    return sums;
  }

  private static String from(Bucket bucket) {
    return bucket.getDirection() == Direction.A_TO_B ? "a" : "b";
  }

  private static List<DayPart> days(Collection<Part> parts, double points) {
    Map<Integer, List<Part>> days = new TreeMap<>();
    parts.forEach(
        part -> days.computeIfAbsent(part.bucket().getDay(), _ -> new ArrayList<>()).add(part));
    return days.entrySet().stream()
        .map(day -> day(day.getKey(), day.getValue(), points))
        .sorted(Comparator.comparingDouble(DayPart::points).reversed())
        .limit(MOST_DAYS)
        .toList();
  }

  private static DayPart day(int day, List<Part> parts, double points) {
    double sum = parts.stream().mapToDouble(Part::sum).sum();
    List<Deed> deeds =
        parts.stream()
            .map(part -> deed(part, points))
            .sorted(Comparator.comparing(Deed::from))
            .toList();
    return new DayPart(
        LocalDate.ofEpochDay(day).toString(), Closeness.rounded(sum * points), deeds);
  }

  private static Deed deed(Part part, double points) {
    Bucket bucket = part.bucket();
    return new Deed(
        from(bucket),
        bucket.getNetwork(),
        bucket.getKind(),
        Closeness.rounded(part.sum() * points));
  }
}
