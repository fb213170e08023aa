package dev.kith.api.meetings;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.CalendarPeriod;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * A time between two moments.
 *
 * @param from its begin
 * @param to its end, which is not part of it
 */
@Serdeable
record TimeRange(Instant from, Instant to) {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String MOMENT =
      "a day, month or year, such as 2026-12-01 or 2026-12, or an instant";

  /** Parses the parameters {@code from} and {@code to}; by default the seven days from now. */
  static TimeRange parse(Optional<String> from, Optional<String> to, Instant now) {
    Instant begin = moment("from", from, CalendarPeriod::first).orElse(now);
    Instant end =
        moment("to", to, period -> period.last().plusDays(1)).orElseGet(() -> begin.plus(USUAL));
    if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw InvalidParameterException.because(
          "to", "expected a moment within 366 days after %s, found %s".formatted(begin, end));
    }
    return new TimeRange(begin, end);
  }

  private static Optional<Instant> moment(
      String parameter, Optional<String> text, Function<CalendarPeriod, LocalDate> day) {
    return text.map(String::strip)
        .filter(given -> !given.isEmpty())
        .map(given -> moment(parameter, given, day));
  }

  private static Instant moment(
      String parameter, String text, Function<CalendarPeriod, LocalDate> day) {
    Optional<CalendarPeriod> period = CalendarPeriod.parse(text);
    try {
      return period.isPresent()
          ? day.apply(period.get()).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw InvalidParameterException.expected(parameter, MOMENT, text);
    }
  }
}
