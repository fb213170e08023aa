package dev.kith.api.search;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, given by age or by date.
 *
 * @param later whether it holds the bound and what is later, or what is earlier than the bound
 * @param ago the bound, as long before the day of the request; or null
 * @param day the bound, as a day; or null
 */
public record Days(boolean later, @Nullable Period ago, @Nullable LocalDate day) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})([dwmy])");
  private static final Pattern COMPARISON = Pattern.compile("([<>]=?)?(.+)");
  private static final int MOST_YEARS = 200;

  /**
   * Reads a comparison of the last contact: {@code <30d}, {@code >=6m}, {@code 30d} by how long
   * ago, or {@code >2025-01-31} by date; empty if it is none. Days are whole: {@code <} and {@code
   * <=} so many days ago both mean within them, and no day is less than none ago.
   */
  public static Optional<Days> parse(String text) {
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

  private static Days byAge(String sign, Period age) {
    return switch (sign) {
      case ">" -> new Days(false, age, null);
      case ">=" -> new Days(false, age.minusDays(1), null);
      default -> new Days(true, age, null);
    };
  }

  private static Days byDate(String sign, CalendarPeriod period) {
    return switch (sign) {
      case ">" -> new Days(true, null, period.next());
      case ">=" -> new Days(true, null, period.first());
      case "<" -> new Days(false, null, period.first());
      default -> new Days(false, null, period.next());
    };
  }

  /** Reads a bound, {@code 30d} or {@code 2025-01-31}, of what is later or of what is earlier. */
  static Optional<Days> from(boolean later, String text) {
    return duration(text)
        .map(ago -> new Days(later, ago, null))
        .or(() -> CalendarPeriod.parse(text).map(period -> new Days(later, null, period.first())));
  }

  /** Reads how long ago: {@code 30d}, {@code 2w}, {@code 6m}, {@code 1y}; empty if it is none. */
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
    return Optional.of(period).filter(age -> age.toTotalMonths() <= MOST_YEARS * 12L);
  }

  /** The bound as a day, for a request on {@code today}. */
  public LocalDate bound(LocalDate today) {
    return ago != null ? today.minus(ago) : day != null ? day : today;
  }
}
