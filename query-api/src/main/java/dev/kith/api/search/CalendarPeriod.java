package dev.kith.api.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day, a month or a year in UTC, as {@code 2025-01-31}, {@code 2025-01} or {@code 2025} name it.
 *
 * @param first its first day
 * @param last its last day
 */
public record CalendarPeriod(LocalDate first, LocalDate last) {
  private static final int YEAR = "2025".length();
  private static final int MONTH = "2025-01".length();
  private static final int DAY = "2025-01-31".length();

  /** Parses a day, a month or a year; empty if the text is none. */
  public static Optional<CalendarPeriod> parse(String text) {
    try {
      if (text.length() == YEAR) {
        var first = LocalDate.parse(text + "-01-01");
        return Optional.of(new CalendarPeriod(first, first.plusYears(1).minusDays(1)));
      }
      if (text.length() == MONTH) {
        var first = LocalDate.parse(text + "-01");
        return Optional.of(new CalendarPeriod(first, first.plusMonths(1).minusDays(1)));
      }
      return text.length() == DAY
          ? Optional.of(LocalDate.parse(text)).map(day -> new CalendarPeriod(day, day))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day after the last day. */
  LocalDate next() {
    return last.plusDays(1);
  }

  /** Whether its first day has come. */
  public boolean hasBegun(LocalDate today) {
    return !first.isAfter(today);
  }
}
