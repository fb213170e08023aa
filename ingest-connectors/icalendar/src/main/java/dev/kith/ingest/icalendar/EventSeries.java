package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event with what replaces single instances of it: all components of one UID.
 *
 * @param uid that stands in all of them, or a hash of an event without one
 * @param master the event itself; null if only single instances are known
 * @param overrides what replaces instances
 * @param times parser of its times
 * @param isCancellation whether it was sent to call these instances off
 */
public record EventSeries(
    String uid,
    @Nullable CalendarComponent master,
    List<CalendarComponent> overrides,
    EventTimeParser times,
    boolean isCancellation) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** Written anew with each export, also of what has not changed. */
  private static final Pattern STAMP = Pattern.compile("(?im)^(?:DTSTAMP|X-MOZ-\\w+)[;:].*$");

  static List<EventSeries> group(
      List<CalendarComponent> events, EventTimeParser times, boolean isCancellation) {
    Map<String, List<CalendarComponent>> byUid = new LinkedHashMap<>();
    for (CalendarComponent event : events) {
      byUid.computeIfAbsent(uid(event), _ -> new ArrayList<>()).add(event);
    }
    List<EventSeries> series = new ArrayList<>();
    byUid.forEach((uid, all) -> series.add(of(uid, all, times, isCancellation)));
    return series;
  }

  /** Of two events of one UID and of two replacements of one instance the later revision counts. */
  private static EventSeries of(
      String uid, List<CalendarComponent> all, EventTimeParser times, boolean isCancellation) {
    CalendarComponent master = null;
    Map<String, CalendarComponent> overrides = new LinkedHashMap<>();
    for (CalendarComponent event : all) {
      String replaced = event.value("RECURRENCE-ID").orElse("");
      if (!replaced.isEmpty()) {
        overrides.merge(replaced, event, EventSeries::laterOf);
      } else {
        master = master == null ? event : laterOf(master, event);
      }
    }
    return new EventSeries(uid, master, List.copyOf(overrides.values()), times, isCancellation);
  }

  private static CalendarComponent laterOf(CalendarComponent one, CalendarComponent other) {
    return MeetingMapper.revision(one) > MeetingMapper.revision(other) ? one : other;
  }

  private static String uid(CalendarComponent event) {
    return event
        .value("UID")
        .map(written -> CONTROL.matcher(written).replaceAll(" ").strip())
        .filter(written -> !written.isEmpty())
        .orElseGet(() -> "ni:///sha-256;" + hash(event.text()));
  }

  private static String hash(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Stream<CalendarComponent> components() {
    return master == null
        ? overrides.stream()
        : Stream.concat(Stream.of(master), overrides.stream());
  }

  /** A hash of what it says, without the time at which it was exported. */
  public String fingerprint() {
    String said =
        components()
            .map(each -> STAMP.matcher(each.text()).replaceAll(""))
            .sorted()
            .reduce(isCancellation + ":", String::concat);
    return hash(said);
  }

  /** The object as it could stand alone, without zones and alarms. */
  public byte[] original() {
    return original(components());
  }

  static byte[] original(Stream<CalendarComponent> components) {
    String events =
        components
            .map(each -> "BEGIN:VEVENT\r\n" + each.text() + "END:VEVENT\r\n")
            .collect(Collectors.joining());
    String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
    return calendar.getBytes(StandardCharsets.UTF_8);
  }

  /** The latest revision of its components. */
  public long revision() {
    return components().mapToLong(MeetingMapper::revision).max().orElse(0);
  }

  /** The one with the later revision; the first one of two equal. */
  public EventSeries later(EventSeries other) {
    return other.revision() > revision() ? other : this;
  }

  /**
   * Its instances within a window. An event that does not recur is always one.
   *
   * @throws InvalidEventException if it does not say when it takes place
   */
  public SeriesExpansion expand(ExpansionWindow window) throws InvalidEventException {
    return new SeriesExpander(this, window).expand();
  }

  /** Properties that name a zone of which nothing says what it is. */
  long unknownZones() {
    return components()
        .flatMap(each -> each.properties().stream())
        .filter(EventSeries::isTime)
        .filter(times::isZoneUnknown)
        .count();
  }

  private static boolean isTime(VObjectProperty property) {
    return Stream.of("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
        .anyMatch(property.getName()::equalsIgnoreCase);
  }

  /** The replacements in a fixed order. */
  List<CalendarComponent> sortedOverrides() {
    return overrides.stream()
        .sorted(Comparator.comparing(each -> each.value("RECURRENCE-ID").orElse("")))
        .toList();
  }
}
