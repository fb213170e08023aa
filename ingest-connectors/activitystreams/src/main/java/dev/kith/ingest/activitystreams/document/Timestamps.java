package dev.kith.ingest.activitystreams.document;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses times in the forms that programs write: RFC 3339 with a blank for the T, without zone,
 * seconds or time of day; RFC 1123; numbers of seconds or milliseconds since 1970. Without a zone
 * it is UTC.
 */
public final class Timestamps {
  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** How far the clock of a server may be ahead; mail allows the same. */
  private static final Duration TOLERANCE = Duration.ofDays(7);

  private static final long LARGEST_SECONDS = 100_000_000_000L;
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:(?:[Tt_]|"
              + " {1,4})(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,20}))?)?"
              + " ?([Zz]|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{9,14}");

  private Timestamps() {}

  /** The moment; empty if the text is none. */
  public static Optional<Instant> parse(String text) {
    try {
      Matcher time = TIME.matcher(text);
      if (time.matches()) {
        return Optional.of(rfc3339(time));
      }
      return NUMBER.matcher(text).matches()
          ? Optional.of(ofNumber(Long.parseLong(text)))
          : Optional.of(
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds since 1970, or milliseconds if they are too many. */
  private static Instant ofNumber(long number) {
    return number < LARGEST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
  }

  /**
   * Whether something can have happened then: no earlier than a time not set, not in the future.
   */
  static boolean isCrediblePast(Instant moment) {
    return isCredible(moment) && moment.isBefore(Instant.now().plus(TOLERANCE));
  }

  /** Whether something can have happened then, or is planned for then. */
  static boolean isCredible(Instant moment) {
    return moment.isAfter(EARLIEST) && moment.isBefore(LATEST);
  }

  private static Instant rfc3339(Matcher time) {
    LocalDate date = LocalDate.parse(time.group(1));
    if (time.group(2) == null) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    int second = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
    boolean isMidnight = time.group(2).equals("24") && time.group(3).equals("00") && second == 0;
    LocalTime clock =
        LocalTime.of(
            isMidnight ? 0 : Integer.parseInt(time.group(2)),
            Integer.parseInt(time.group(3)),
            second == 60 ? 59 : second,
            nanos(time.group(5)));
    return LocalDateTime.of(isMidnight ? date.plusDays(1) : date, clock)
        .toInstant(zone(time.group(6)))
        .truncatedTo(ChronoUnit.MILLIS);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  private static ZoneOffset zone(@Nullable String zone) {
    boolean isUtc = zone == null || !(zone.startsWith("+") || zone.startsWith("-"));
    return isUtc ? ZoneOffset.UTC : ZoneOffset.of(zone);
  }
}
