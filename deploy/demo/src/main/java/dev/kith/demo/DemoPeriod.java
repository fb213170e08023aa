package dev.kith.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The two years (730 days) that the demo covers.
 *
 * @param until the day after the last day
 */
record DemoPeriod(LocalDate until) {
  static final int DAYS = 730;
  private static final ZoneId TOWN = ZoneId.of("Europe/Paris");

  LocalDate day(int number) {
    return until.minusDays(DAYS).plusDays(number);
  }

  /** Returns a time on a day, counted from 0, in the time zone of the demo (Europe/Paris). */
  ZonedDateTime at(int day, int hour, int minute, int second) {
    return day(day).atTime(hour, minute, second).atZone(TOWN);
  }

  /** Returns the fraction of the period that has passed at a time, from 0 to 1. */
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
