package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file, an object of a server or a part of a mail contains.
 *
 * @param method of iTIP in lower case, such as {@code request}; null if it is no message
 * @param name of the calendar
 * @param series events by their UID, in the order written
 * @param others how many components of each other kind it contains, such as {@code VTODO}
 */
public record CalendarDocument(
    @Nullable String method,
    @Nullable String name,
    List<EventSeries> series,
    Map<String, Integer> others) {
  private static final String EVENT = "VEVENT";
  private static final String ZONE = "VTIMEZONE";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Reads a document. What cannot be read of an event shows when the event is expanded.
   *
   * @param zone of times without a zone, unless the document states one
   */
  public static CalendarDocument parse(byte[] bytes, ZoneId zone) {
    CalendarComponent root = CalendarComponentReader.read(decode(bytes));
    List<CalendarComponent> events = new ArrayList<>();
    List<CalendarComponent> zones = new ArrayList<>();
    Map<String, Integer> others = new TreeMap<>();
    collect(root, events, zones, others);
    if (events.isEmpty() && !zones.isEmpty()) {
      others.put(ZONE, zones.size());
    }
    String method =
        property(root, "METHOD").map(text -> text.toLowerCase(Locale.ROOT)).orElse(null);
    String name = property(root, "X-WR-CALNAME").or(() -> property(root, "NAME")).orElse(null);
    var timeZones = new TimeZones(zones);
    var times =
        new EventTimeParser(
            timeZones,
            property(root, "X-WR-TIMEZONE").flatMap(timeZones::find).orElse(zone.getRules()));
    return new CalendarDocument(
        method, name, EventSeries.group(events, times, "cancel".equals(method)), others);
  }

  private static void collect(
      CalendarComponent parent,
      List<CalendarComponent> events,
      List<CalendarComponent> zones,
      Map<String, Integer> others) {
    for (CalendarComponent each : parent.components()) {
      switch (each.name()) {
        case EVENT -> events.add(each);
        case ZONE -> zones.add(each);
        case "VCALENDAR" -> collect(each, events, zones, others);
        default -> others.merge(each.name(), 1, Integer::sum);
      }
    }
  }

  /** The first value of a property of the calendar; some programs write it outside of it. */
  private static Optional<String> property(CalendarComponent parent, String name) {
    Optional<String> own = parent.value(name).map(VObjectPropertyValues::unescape);
    return own.or(
        () ->
            parent.components().stream()
                .filter(each -> each.name().equals("VCALENDAR"))
                .flatMap(each -> property(each, name).stream())
                .findFirst());
  }

  /** UTF-8, as the standard says, or what programs of Windows wrote before it. */
  private static String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, WINDOWS);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The events by UID; of two of one UID the later revision. */
  public Map<String, EventSeries> byUid() {
    Map<String, EventSeries> found = new LinkedHashMap<>();
    series.forEach(each -> found.merge(each.uid(), each, EventSeries::later));
    return found;
  }
}
