package dev.kith.ingest.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Calendars of made-up people. */
final class TestCalendars {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final ExpansionWindow ALL =
      new ExpansionWindow(
          Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"), 10_000);

  private TestCalendars() {}

  /** A calendar of one event with these lines. */
  static String event(String lines) {
    return calendar(
        "BEGIN:VEVENT\nUID:frogs@example.org\nDTSTAMP:20260101T000000Z\n" + lines + "\nEND:VEVENT");
  }

  static String calendar(String lines) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + lines + "\nEND:VCALENDAR\n";
  }

  static CalendarDocument parse(String text) {
    return CalendarDocument.parse(text.getBytes(UTF_8), PARIS);
  }

  static SeriesExpansion expand(String text, ExpansionWindow window) throws InvalidEventException {
    return parse(text).series().getFirst().expand(window);
  }

  /** Starts of all instances, as UTC. */
  static List<String> starts(String text) throws InvalidEventException {
    return expand(text, ALL).instances().stream().map(each -> each.start().toString()).toList();
  }

  /** What an owner of the calendar has of its events. */
  static List<Activity> meetings(String text) throws InvalidEventException {
    var mapper = new MeetingMapper("agenda", "ann@example.org", Visibility.PRIVATE);
    CalendarDocument document = parse(text);
    List<Activity> meetings = new ArrayList<>();
    for (EventSeries series : document.series()) {
      for (EventInstance instance : series.expand(ALL).instances()) {
        mapper.map(instance, document.name()).ifPresent(each -> meetings.add(each.activity()));
      }
    }
    return meetings;
  }
}
