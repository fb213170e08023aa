package dev.kith.ingest.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an event lasts: days by the calendar, which may have 23 or 25 hours, and exact time.
 *
 * @param days by the calendar
 * @param time exact
 */
record EventLength(long days, Duration time) {
  /** Ten years; what lasts longer is a mistake. */
  private static final long MAX_DAYS = 3_660;

  private static final Pattern DURATION =
      Pattern.compile("([+-])?P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(T[\\dHMS]{1,30})?");

  /** Until another time. */
  static EventLength between(EventTime start, EventTime end) {
    return start.isDate() && end.isDate()
        ? new EventLength(ChronoUnit.DAYS.between(start.local(), end.local()), Duration.ZERO)
        : new EventLength(0, Duration.between(start.instant(), end.instant()));
  }

  /** Reads {@code P1DT2H}, {@code PT90M}, {@code P2W}. */
  static EventLength parse(String written) throws InvalidEventException {
    Matcher parts = DURATION.matcher(written.strip());
    if (!parts.matches() || "-".equals(parts.group(1))) {
      throw new InvalidEventException("expected a duration such as PT1H, found something else");
    }
    try {
      Duration time = parts.group(4) == null ? Duration.ZERO : Duration.parse("P" + parts.group(4));
      long days = 7 * number(parts.group(2)) + number(parts.group(3));
      if (days <= MAX_DAYS && time.compareTo(Duration.ofDays(MAX_DAYS)) <= 0) {
        return new EventLength(days, time);
      }
      throw new InvalidEventException(
          "expected a duration of at most ten years, found a longer one");
    } catch (DateTimeException e) {
      throw new InvalidEventException("expected a duration such as PT1H, found something else");
    }
  }

  /** The end of what begins at a time. */
  Instant after(EventTime start) {
    return start.at(start.local().plusDays(days)).instant().plus(time);
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
