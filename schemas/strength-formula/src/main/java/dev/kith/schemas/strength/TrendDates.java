package dev.kith.schemas.strength;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the trend of a relationship is on each day from its last contact on, as long as no other
 * contact comes. Time does not change these dates, so an index finds a trend by comparing them with
 * the day of the question.
 *
 * @param warmingUntil the first day on which it is warming no more; missing if it is not warming on
 *     the day of its last contact
 * @param coolingFrom the first day on which it is cooling; missing if silence never makes it so
 * @param silentFrom the first day on which its silence is unusual for these two; missing where
 *     their rhythm is not known, or only one side ever took part
 */
public record TrendDates(
    Optional<LocalDate> warmingUntil,
    Optional<LocalDate> coolingFrom,
    Optional<LocalDate> silentFrom) {
  /** Steady for ever. */
  public static final TrendDates NONE =
      new TrendDates(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The dates of a relationship.
   *
   * @param last day of the last contact
   * @param contact on that day
   * @param silentFrom the first day of unusual silence
   */
  static TrendDates of(
      int last, RecentContact contact, Trend.Bounds bounds, OptionalInt silentFrom) {
    int warmDays = contact.daysUntilBelow(StrictMath.pow(2, bounds.warming())).orElse(0);
    var coolAfter = contact.daysUntilBelow(Math.nextUp(StrictMath.pow(2, bounds.cooling())));
    OptionalInt cooling =
        IntStream.concat(coolAfter.stream().map(days -> last + days), silentFrom.stream()).min();
    int warming = Math.min(last + warmDays, cooling.orElse(Integer.MAX_VALUE));
    return new TrendDates(
        warming > last ? day(warming) : Optional.empty(),
        cooling.isPresent() ? day(cooling.getAsInt()) : Optional.empty(),
        silentFrom.isPresent() ? day(silentFrom.getAsInt()) : Optional.empty());
  }

  private static Optional<LocalDate> day(int day) {
    return Optional.of(LocalDate.ofEpochDay(day));
  }

  /** The trend on a day. */
  public Trend on(LocalDate day) {
    if (reached(coolingFrom, day)) {
      return Trend.COOLING;
    }
    return warmingUntil.filter(day::isBefore).isPresent() ? Trend.WARMING : Trend.STEADY;
  }

  /** Whether the silence on a day is longer than these two are used to. */
  public boolean isSilent(LocalDate day) {
    return reached(silentFrom, day);
  }

  private static boolean reached(Optional<LocalDate> from, LocalDate day) {
    return from.filter(first -> !day.isBefore(first)).isPresent();
  }
}
