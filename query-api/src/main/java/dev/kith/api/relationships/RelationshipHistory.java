package dev.kith.api.relationships;

import dev.kith.api.closeness.Closeness;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A relationship by week and month.
 *
 * @param weeks the weeks with contact
 * @param curve strength at the end of each month from the first interaction on, the last 20 years
 */
@Serdeable
public record RelationshipHistory(List<Week> weeks, List<Point> curve) {
  private static final int MAX_MONTHS = 240;

  /**
   * A week with contact.
   *
   * @param monday its first day
   * @param fromA interactions from a to b
   * @param fromB interactions from b to a
   */
  @Serdeable
  public record Week(String monday, int fromA, int fromB) {}

  /**
   * A point of the curve.
   *
   * @param day the day
   * @param strength at the end of the day
   */
  @Serdeable
  public record Point(String day, double strength) {}

  static RelationshipHistory of(List<Bucket> buckets, StrengthFormula formula, LocalDate until) {
    return new RelationshipHistory(
        weeks(formula.contacts(buckets)), curve(buckets, formula, until));
  }

  private static List<Week> weeks(List<Bucket> contacts) {
    var weeks = new TreeMap<LocalDate, int[]>();
    for (Bucket bucket : contacts) {
      LocalDate monday =
          LocalDate.ofEpochDay(bucket.getDay())
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      int[] both = weeks.computeIfAbsent(monday, _ -> new int[2]);
      both[bucket.getDirection() == Direction.A_TO_B ? 0 : 1] += bucket.getCount();
    }
    return weeks.entrySet().stream()
        .map(week -> new Week(week.getKey().toString(), week.getValue()[0], week.getValue()[1]))
        .toList();
  }

  private static List<Point> curve(List<Bucket> buckets, StrengthFormula formula, LocalDate until) {
    var points = new ArrayList<Point>();
    if (!buckets.isEmpty()) {
      int first = buckets.stream().mapToInt(Bucket::getDay).min().orElseThrow();
      LocalDate earliest = until.minusMonths(MAX_MONTHS);
      LocalDate start = LocalDate.ofEpochDay(first);
      LocalDate day = start.isBefore(earliest) ? earliest : start;
      while (day.isBefore(until)) {
        day = min(day.with(TemporalAdjusters.lastDayOfMonth()), until);
        points.add(point(buckets, formula, day));
        day = day.plusDays(1);
      }
    }
    return List.copyOf(points);
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Point point(List<Bucket> buckets, StrengthFormula formula, LocalDate day) {
    double end = day.toEpochDay() + 1;
    return new Point(
        day.toString(), Closeness.rounded(formula.strengthAt(buckets, Math.nextDown(end))));
  }
}
