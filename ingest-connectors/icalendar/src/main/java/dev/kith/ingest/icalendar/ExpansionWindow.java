package dev.kith.ingest.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which instances of a recurring event are meetings.
 *
 * @param from the earliest start
 * @param until the latest start
 * @param max the largest number of instances; the latest ones count
 */
public record ExpansionWindow(Instant from, Instant until, int max) {

  /** The window around a day, which is the same all day long. */
  public static ExpansionWindow around(LocalDate day, Duration past, Duration future, int max) {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new ExpansionWindow(start.minus(past), start.plus(Duration.ofDays(1)).plus(future), max);
  }
}
