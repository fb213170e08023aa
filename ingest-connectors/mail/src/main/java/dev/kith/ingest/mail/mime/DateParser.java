package dev.kith.ingest.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates in the many forms that mails have. The weekday is ignored. A time before 1971 or
 * after 2100 is no date.
 */
public final class DateParser {
  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final List<String> MONTHS =
      List.of("jan feb mar apr may jun jul aug sep oct nov dec".split(" ", -1));

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*\\.?[\\s,-]+(\\d{2,5})\\b(.*)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([A-Za-z]{3})[a-z]*\\.?\\s+(\\d{1,2})\\b,?(.*)");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?:\\s*:\\s*|\\.)(\\d{1,2})(?:(?:\\s*:\\s*|\\.)(\\d{1,2}))?"
              + "(?:[.,]\\d+)?\\s*([AaPp][Mm])?");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("(?<![\\d+:.-])(\\d{4})(?![\\d:])");
  private static final Pattern ZONE_COMMENT = Pattern.compile("\\(([A-Z]{1,5})\\)\\s*$");
  private static final Pattern ENDS_IN_TIME = Pattern.compile(":\\d\\d$");
  private static final Pattern ZONE = Pattern.compile("\\b([A-Z]{1,5})\\b");

  /** Names of zones in use, in hours; every other name means UTC (RFC 5322 §4.3). */
  private static final Map<String, Double> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5.0),
          Map.entry("EDT", -4.0),
          Map.entry("CST", -6.0),
          Map.entry("CDT", -5.0),
          Map.entry("MST", -7.0),
          Map.entry("MDT", -6.0),
          Map.entry("PST", -8.0),
          Map.entry("PDT", -7.0),
          Map.entry("BST", 1.0),
          Map.entry("CET", 1.0),
          Map.entry("MET", 1.0),
          Map.entry("CEST", 2.0),
          Map.entry("MEST", 2.0),
          Map.entry("EET", 2.0),
          Map.entry("EEST", 3.0),
          Map.entry("MSK", 3.0),
          Map.entry("IST", 5.5),
          Map.entry("JST", 9.0),
          Map.entry("AEST", 10.0),
          Map.entry("AEDT", 11.0));

  private DateParser() {}

  /** The time, or empty if the text has none or an impossible one. */
  public static Optional<Instant> parse(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > 500) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(read(withoutComments(text)))
          .filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Removes comments, which may be nested (RFC 5322 §3.2.2 and §4.3). A last comment is kept
   * without brackets if it names the zone that is missing before it.
   */
  public static String withoutComments(String text) {
    if (text.indexOf('(') < 0) {
      return text.strip();
    }
    var outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      i += c == '\\' && depth > 0 ? 1 : 0;
      depth += c == '(' ? 1 : 0;
      if (depth == 0) {
        outside.append(c);
      }
      if (c == ')' && depth > 0) {
        depth--;
        outside.append(depth == 0 ? " " : "");
      }
    }
    String clean = outside.toString().strip();
    Matcher named = ZONE_COMMENT.matcher(text);
    return named.find() && ENDS_IN_TIME.matcher(clean).find()
        ? clean + " " + named.group(1)
        : clean;
  }

  private static @Nullable Instant read(String text) {
    if (text.length() > 10 && text.charAt(4) == '-' && Character.isDigit(text.charAt(0))) {
      return iso(text);
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.find() && month(dayFirst.group(2)) > 0) {
      int year = year(Integer.parseInt(dayFirst.group(3)));
      return time(year, month(dayFirst.group(2)), dayFirst.group(1), dayFirst.group(4));
    }
    return monthFirst(text);
  }

  /** As C's asctime: {@code Wed Jan 2 06:38:37 2008}, with or without a zone somewhere. */
  private static @Nullable Instant monthFirst(String text) {
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    int from = 0;
    while (monthFirst.find(from)) {
      int month = month(monthFirst.group(1));
      Matcher year = YEAR.matcher(monthFirst.group(3));
      if (month > 0 && year.find()) {
        return time(
            Integer.parseInt(year.group(1)), month, monthFirst.group(2), monthFirst.group(3));
      }
      from = monthFirst.start() + 1;
    }
    return null;
  }

  private static @Nullable Instant iso(String text) {
    String joined = text.replaceFirst("^(\\S+)\\s+(\\d)", "$1T$2").replaceAll("\\s+", "");
    try {
      return OffsetDateTime.parse(joined).toInstant();
    } catch (DateTimeParseException e) {
      String time = joined.length() > 19 ? joined.substring(0, 19) : joined;
      return LocalDateTime.parse(time).toInstant(offset(joined.substring(time.length())));
    }
  }

  private static @Nullable Instant time(int year, int month, String day, String rest) {
    Matcher time = TIME.matcher(rest);
    if (!time.find()) {
      return at(year, month, Integer.parseInt(day)).toInstant(ZoneOffset.UTC);
    }
    int hour = hour(Integer.parseInt(time.group(1)), time.group(4));
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    return at(year, month, Integer.parseInt(day))
        .plusHours(Math.min(hour, 24))
        .plusMinutes(Math.min(Integer.parseInt(time.group(2)), 59))
        .plusSeconds(Math.min(second, 60))
        .toInstant(offset(rest.substring(time.end())));
  }

  private static LocalDateTime at(int year, int month, int day) {
    return LocalDateTime.of(year, month, Math.max(day, 1), 0, 0);
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    return hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
  }

  /** Two digits mean 1950 to 2049; three count from 1900, as did programs in the year 2000. */
  private static int year(int written) {
    if (written < 50) {
      return 2000 + written;
    }
    if (written < 1000) {
      return 1900 + written;
    }
    return written > 19_000 ? written - 19_100 + 2000 : written;
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static ZoneOffset offset(String zone) {
    Matcher offset = OFFSET.matcher(zone);
    if (offset.find()) {
      int hours = Integer.parseInt(offset.group(2));
      int seconds = (hours * 60 + Integer.parseInt(offset.group(3))) * 60;
      boolean possible = seconds <= 18 * 3600;
      return ZoneOffset.ofTotalSeconds(
          possible ? (offset.group(1).equals("-") ? -seconds : seconds) : 0);
    }
    Matcher name = ZONE.matcher(zone);
    double hours = name.find() ? ZONES.getOrDefault(name.group(1), 0.0) : 0.0;
    return ZoneOffset.ofTotalSeconds((int) (hours * 3600));
  }
}
