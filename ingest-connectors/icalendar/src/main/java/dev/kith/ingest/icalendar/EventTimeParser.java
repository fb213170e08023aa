package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses dates and times of a calendar. */
final class EventTimeParser {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T"
              + " ](\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?([Zz]|[+-]\\d{2}:?\\d{2})?)?");

  private final TimeZones zones;
  private final ZoneRules floating;

  /**
   * A parser.
   *
   * @param floating zone of dates, and of times without a zone
   */
  EventTimeParser(TimeZones zones, ZoneRules floating) {
    this.zones = zones;
    this.floating = floating;
  }

  /** An element of a list of dates, with its own length if it is a period. */
  record Listed(EventTime start, @Nullable EventLength length) {}

  /** The time in a property that an event must have. */
  EventTime required(CalendarComponent component, String name) throws InvalidEventException {
    Optional<VObjectProperty> property = component.first(name);
    if (property.isEmpty()) {
      throw new InvalidEventException("expected a time in " + name + ", found none");
    }
    return parse(property.get());
  }

  EventTime parse(VObjectProperty property) throws InvalidEventException {
    return parse(property.getValue(), property);
  }

  /** The times in a property that may have several: {@code RDATE}, {@code EXDATE}. */
  List<Listed> list(VObjectProperty property) throws InvalidEventException {
    List<Listed> listed = new ArrayList<>();
    for (String value : property.getValue().split("[,;]", -1)) {
      if (value.isBlank()) {
        continue;
      }
      String[] period = value.split("/", 2);
      EventTime start = parse(period[0], property);
      listed.add(new Listed(start, period.length < 2 ? null : length(start, period[1], property)));
    }
    return listed;
  }

  private EventLength length(EventTime start, String end, VObjectProperty property)
      throws InvalidEventException {
    return end.strip().matches("[+-]?P.*")
        ? EventLength.parse(end)
        : EventLength.between(start, parse(end, property));
  }

  /** The value {@code DATE} wins over a time of day that is written all the same. */
  private EventTime parse(String value, VObjectProperty property) throws InvalidEventException {
    Matcher parts = TIME.matcher(value.strip());
    if (!parts.matches()) {
      throw new InvalidEventException(
          "expected a date or time in " + property.getName() + ", found something else");
    }
    try {
      boolean isDate =
          parts.group(4) == null
              || "DATE".equalsIgnoreCase(property.getParameters().first("VALUE"));
      LocalDateTime day =
          LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)).atStartOfDay();
      return isDate
          ? new EventTime(day, true, floating)
          : new EventTime(timeOf(day, parts), false, zone(parts.group(7), property));
    } catch (DateTimeException e) {
      throw new InvalidEventException(
          "expected a date that exists in " + property.getName() + ", found another");
    }
  }

  private static LocalDateTime timeOf(LocalDateTime day, Matcher parts) {
    int seconds = parts.group(6) == null ? 0 : Math.min(number(parts, 6), 59);
    return number(parts, 4) == 24
        ? day.plusDays(1)
        : day.withHour(number(parts, 4)).withMinute(number(parts, 5)).withSecond(seconds);
  }

  private ZoneRules zone(@Nullable String offset, VObjectProperty property) {
    if (offset != null) {
      return ZoneOffset.of(offset.replace('z', 'Z')).getRules();
    }
    String name = property.getParameters().first("TZID");
    return name == null ? floating : zones.find(name).orElse(floating);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Whether a property names a zone of which nobody says what it is. */
  boolean isZoneUnknown(VObjectProperty property) {
    String name = property.getParameters().first("TZID");
    return name != null
        && !name.isBlank()
        && !property.getValue().strip().endsWith("Z")
        && zones.find(name).isEmpty();
  }
}
