package dev.kith.api.topics;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.DateBound;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The period that counts as recent, and the one it is compared with: twelve times as long, before
 * it.
 *
 * @param recent the recent period
 * @param former the period before it
 */
@Serdeable
record ComparisonWindow(Span recent, Span former) {
  private static final int TIMES = 12;
  private static final int MAX_YEARS = 10;
  private static final String USUAL = "30d";

  /**
   * A period of whole days.
   *
   * @param from the first day
   * @param until the day after the last
   */
  @Serdeable
  record Span(LocalDate from, LocalDate until) {}

  /** The window whose last day is given, with the length that parameter {@code window} gives. */
  static ComparisonWindow ending(LocalDate day, Optional<String> window) {
    String text = window.filter(given -> !given.isBlank()).orElse(USUAL);
    Period length =
        DateBound.duration(text)
            .filter(given -> !given.isZero())
            .filter(given -> !day.minus(given).isBefore(day.minusYears(MAX_YEARS)))
            .orElseThrow(
                () ->
                    InvalidParameterException.expected(
                        "window", "a duration such as 7d, 30d or 1y", text));
    LocalDate end = day.plusDays(1);
    LocalDate start = end.minus(length);
    return new ComparisonWindow(
        new Span(start, end), new Span(start.minus(length.multipliedBy(TIMES)), start));
  }
}
