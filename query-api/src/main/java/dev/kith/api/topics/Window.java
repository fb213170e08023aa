package dev.kith.api.topics;

import dev.kith.api.error.InvalidParameter;
import dev.kith.api.search.Days;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * What counts as lately, and with what it is compared: twelve times as long, just before.
 *
 * @param recent lately
 * @param former before
 */
@Serdeable
record Window(Span recent, Span former) {
  private static final int TIMES = 12;
  private static final int MOST_YEARS = 10;
  private static final String USUAL = "30d";

  /**
   * Some days.
   *
   * @param from the first
   * @param until the first that does not belong to it any more
   */
  @Serdeable
  record Span(LocalDate from, LocalDate until) {}

  /** The window that parameter {@code window} names, up to and with a day. */
  static Window ending(LocalDate day, Optional<String> window) {
    String text = window.filter(given -> !given.isBlank()).orElse(USUAL);
    Period length =
        Days.duration(text)
            .filter(given -> !given.isZero())
            .filter(given -> !day.minus(given).isBefore(day.minusYears(MOST_YEARS)))
            .orElseThrow(
                () ->
                    InvalidParameter.expected("window", "a duration such as 7d, 30d or 1y", text));
    LocalDate end = day.plusDays(1);
    LocalDate start = end.minus(length);
    return new Window(
        new Span(start, end), new Span(start.minus(length.multipliedBy(TIMES)), start));
  }
}
