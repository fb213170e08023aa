package dev.kith.ingest.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the time until which a server asks to wait. Servers state it as seconds from now, seconds
 * or milliseconds since 1970, an ISO 8601 time, or an HTTP date.
 */
final class WaitTime {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d*)?");

  /** As a time this is in 2001; as a wait it would be 31 years, which no server asks for. */
  private static final double FIRST_EPOCH_SECOND = 1e9;

  private static final double FIRST_EPOCH_MILLISECOND = 1e11;

  private WaitTime() {}

  /** The end of the wait; empty if the value has none of these forms. */
  static Optional<Instant> parse(String value, Instant now) {
    String text = value.strip();
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(endOfWait(Double.parseDouble(text), now));
    }
    return isoTime(text).or(() -> httpDate(text));
  }

  private static Instant endOfWait(double number, Instant now) {
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
