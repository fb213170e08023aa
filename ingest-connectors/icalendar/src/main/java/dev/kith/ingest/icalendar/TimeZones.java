package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Time zones by the names that calendars use. A name of the IANA database, also at the end of a
 * path, means that zone; any other name what the calendar defines, else the zone to which Windows
 * gives that name.
 */
final class TimeZones {
  private static final Map<String, String> IANA =
      ZoneId.getAvailableZoneIds().stream()
          .collect(Collectors.toMap(TimeZones::fold, Function.identity(), (one, _) -> one));
  private static final int MAX_PATH = 3;

  private final Map<String, CalendarComponent> defined = new HashMap<>();
  private final Map<String, Optional<ZoneRules>> found = new HashMap<>();

  TimeZones(List<CalendarComponent> zones) {
    for (CalendarComponent zone : zones) {
      zone.text("TZID").ifPresent(id -> defined.putIfAbsent(fold(id), zone));
    }
  }

  /** The rules of a zone; empty if nothing says what the name means. */
  Optional<ZoneRules> find(String name) {
    String written = clean(VObjectPropertyValues.unescape(name));
    return found.computeIfAbsent(written, this::resolve);
  }

  private Optional<ZoneRules> resolve(String name) {
    String id = fold(name);
    CalendarComponent zone = defined.get(id);
    Optional<ZoneRules> own =
        zone == null
            ? Optional.empty()
            : zone.text("X-LIC-LOCATION")
                .flatMap(place -> iana(fold(place)))
                .or(() -> TimeZoneDefinition.rules(zone));
    return iana(id).or(() -> own).or(() -> windows(name)).or(() -> offset(id));
  }

  /** By the last parts of {@code /mozilla.org/20050126_1/Europe/Berlin}. */
  private static Optional<ZoneRules> iana(String id) {
    String rest = id;
    for (int skipped = 0; rest != null && skipped <= MAX_PATH; skipped++) {
      String name = IANA.get(rest);
      if (name != null) {
        return Optional.of(ZoneId.of(name).getRules());
      }
      int slash = rest.indexOf('/');
      rest = slash < 0 ? null : rest.substring(slash + 1);
    }
    return Optional.empty();
  }

  private static Optional<ZoneRules> windows(String name) {
    return Optional.ofNullable(TimeZone.getIDForWindowsID(name, "001"))
        .map(id -> ZoneId.of(id).getRules());
  }

  /** {@code UTC+01:00}, {@code GMT-5}. */
  private static Optional<ZoneRules> offset(String id) {
    try {
      return Optional.of(ZoneId.of(id.toUpperCase(Locale.ROOT)).getRules());
    } catch (DateTimeException _) { // it is no offset
      return Optional.empty();
    }
  }

  private static String clean(String name) {
    return name.replace("\"", "").strip();
  }

  private static String fold(String name) {
    return clean(name).toLowerCase(Locale.ROOT);
  }
}
