package dev.kith.api.search;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of days that is bounded by an age or a date.
 *
 * @param later whether the span is the bound and later days, or the days before the bound
 * @param ago the bound as an age, counted from the day of the request; or null
 * @param day the bound as a day; or null
 */
public record DateBound(boolean later, @Nullable Period ago, @Nullable LocalDate day) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})([dwmy])");
  private static final Pattern COMPARISON = Pattern.compile("([<>]=?)?(.+)");
  private static final int MAX_YEARS = 200;

  /**
   * Parses a comparison of the last contact: by age as in {@code <30d}, {@code >=6m}, {@code 30d},
   * or by date as in {@code >2025-01-31}; empty if it is none. Ages are whole days: {@code <} and
   * {@code <=} both include the bound, and an age is never below zero.
   */
  public static Optional<DateBound> parse(String text) {
    Matcher matcher = COMPARISON.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String sign = Objects.requireNonNullElse(matcher.group(1), "");
    String bound = matcher.group(2);
    return duration(bound)
        .filter(age -> !(sign.equals("<") && age.isZero()))
        .map(age -> byAge(sign, age))
        .or(
            () ->
                sign.isEmpty()
                    ? Optional.empty()
                    : CalendarPeriod.parse(bound).map(period -> byDate(sign, period)));
  }

  private static DateBound byAge(String sign, Period age) {
    return switch (sign) {
      case ">" -> new DateBound(false, age, null);
      case ">=" -> new DateBound(false, age.minusDays(1), null);
      default -> new DateBound(true, age, null);
    };
  }

  private static DateBound byDate(String sign, CalendarPeriod period) {
    return switch (sign) {
      case ">" -> new DateBound(true, null, period.next());
      case ">=" -> new DateBound(true, null, period.first());
      case "<" -> new DateBound(false, null, period.first());
      default -> new DateBound(false, null, period.next());
    };
  }

  /** Parses the bound, {@code 30d} or {@code 2025-01-31}, of later or of earlier days. */
  static Optional<DateBound> from(boolean later, String text) {
    return duration(text)
        .map(ago -> new DateBound(later, ago, null))
        .or(
            () ->
                CalendarPeriod.parse(text)
                    .map(period -> new DateBound(later, null, period.first())));
  }

  /** Parses an age: {@code 30d}, {@code 2w}, {@code 6m}, {@code 1y}; empty if it is none. */
  public static Optional<Period> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(matcher.group(1));
    Period period =
        switch (matcher.group(2)) {
          case "d" -> Period.ofDays(count);
          case "w" -> Period.ofWeeks(count);
          case "m" -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        };
    return Optional.of(period).filter(age -> age.toTotalMonths() <= MAX_YEARS * 12L);
  }

  /** The bound as a day, for a request on {@code today}. */
  public LocalDate bound(LocalDate today) {
    return ago != null ? today.minus(ago) : day != null ? day : today;
  }
}
