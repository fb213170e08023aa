package dev.kith.api.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, told by how long ago or by date.
 *
 * @param later whether it holds what is later than the bound, or what is earlier
 * @param ago the bound, as long before the day of the question; or null
 * @param day the bound, as a day; or null
 */
public record Days(boolean later, @Nullable Period ago, @Nullable LocalDate day) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})([dwmy])");
  private static final int MOST_YEARS = 200;

  /** Reads {@code <30d}, {@code >6m}, {@code 30d} or {@code >2025-01-31}; empty if it is none. */
  static Optional<Days> parse(String text) {
    boolean greater = text.startsWith(">");
    String bound = text.replaceFirst("^[<>]=?", "");
    Optional<Days> byAge = duration(bound).map(age -> new Days(!greater, age, null));
    return byAge.isPresent() || bound.equals(text)
        ? byAge
        : date(bound).map(day -> new Days(greater, null, day));
  }

  /** Reads a bound, {@code 30d} or {@code 2025-01-31}, of what is later or of what is earlier. */
  static Optional<Days> from(boolean later, String text) {
    return duration(text)
        .map(ago -> new Days(later, ago, null))
        .or(() -> date(text).map(day -> new Days(later, null, day)));
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

  /** Reads a day, {@code 2025-01-31}, a month or a year (their first day). */
  static Optional<LocalDate> date(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Optional.of(LocalDate.parse(text + "-01-01"));
        case 7 -> Optional.of(LocalDate.parse(text + "-01"));
        case 10 -> Optional.of(LocalDate.parse(text));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads a day, a month or a year; the last day of it. */
  static Optional<LocalDate> lastDay(String text) {
    return date(text)
        .map(
            first ->
                switch (text.length()) {
                  case 4 -> first.plusYears(1).minusDays(1);
                  case 7 -> first.plusMonths(1).minusDays(1);
                  default -> first;
                });
  }

  /** The bound as a day, for a question put on {@code today}. */
  public LocalDate bound(LocalDate today) {
    return ago != null ? today.minus(ago) : day != null ? day : today;
  }
}
