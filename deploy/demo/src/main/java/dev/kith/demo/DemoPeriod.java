package dev.kith.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The two years that are told.
 *
 * @param until the day after the last
 */
record DemoPeriod(LocalDate until) {
  static final int DAYS = 730;
  private static final ZoneId TOWN = ZoneId.of("Europe/Paris");

  LocalDate day(int number) {
    return until.minusDays(DAYS).plusDays(number);
  }

  /** A time of day, at the clock of the town. */
  ZonedDateTime at(int day, int hour, int minute, int second) {
    return day(day).atTime(hour, minute, second).atZone(TOWN);
  }

  /** From 0 at the beginning to 1 at the end. */
  double moment(ZonedDateTime time) {
    return (double) ChronoUnit.HOURS.between(at(0, 0, 0, 0), time) / (DAYS * 24);
  }

  boolean has(ZonedDateTime time) {
    return time.toLocalDate().isBefore(until);
  }

  boolean isWeekend(int day) {
    return day(day).getDayOfWeek().getValue() > 5;
  }
}
