package dev.kith.ingest.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;

/**
 * A date or a time of an event.
 *
 * @param local as the clock on the wall shows it; the start of the day for a date
 * @param isDate whether it is a day without a time
 * @param zone in which the clock hangs
 */
record EventTime(LocalDateTime local, boolean isDate, ZoneRules zone) {
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  /**
   * The moment. A time that the clock skips or shows twice when it is changed is read with the
   * offset before the change (RFC 5545, section 3.3.5).
   */
  Instant instant() {
    return local.toInstant(zone.getOffset(local));
  }

  /** The same clock at another time. */
  EventTime at(LocalDateTime other) {
    return new EventTime(other, isDate, zone);
  }

  /** As it stands in ids: {@code 20261201T090000Z}, {@code 20261201}. */
  String key() {
    return isDate ? dateKey() : UTC.format(instant().atOffset(ZoneOffset.UTC));
  }

  /** The day. */
  String dateKey() {
    return DateTimeFormatter.BASIC_ISO_DATE.format(local.toLocalDate());
  }
}
