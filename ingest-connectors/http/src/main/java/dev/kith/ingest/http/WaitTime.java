package dev.kith.ingest.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the forms in which servers say until when to wait: seconds from now, seconds or
 * milliseconds since 1970, an ISO 8601 time, an HTTP date.
 */
final class WaitTime {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d*)?");

  /** In 2001: no server asks to wait for 31 years. */
  private static final double FIRST_EPOCH_SECOND = 1e9;

  private static final double FIRST_EPOCH_MILLISECOND = 1e11;

  private WaitTime() {}

  /** The moment, or empty if the value has none of the forms. */
  static Optional<Instant> parse(String value, Instant now) {
    String text = value.strip();
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(moment(Double.parseDouble(text), now));
    }
    return isoTime(text).or(() -> httpDate(text));
  }

  private static Instant moment(double number, Instant now) {
    if (number >= FIRST_EPOCH_MILLISECOND) {
      return Instant.ofEpochMilli((long) number);
    }
    return number >= FIRST_EPOCH_SECOND
        ? Instant.ofEpochSecond((long) Math.ceil(number))
        : now.plusMillis((long) (number * 1000));
  }

  private static Optional<Instant> isoTime(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }
}
