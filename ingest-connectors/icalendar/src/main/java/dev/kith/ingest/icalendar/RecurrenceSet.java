package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import dev.kith.ingest.icalendar.RecurrenceRuleExpander.Occurrences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The occurrences of an event within a window, by its rules, dates and exceptions (RFC 5545,
 * section 3.8.5).
 *
 * @param occurrences in ascending order
 * @param from before which nothing is said, because there are too many or the window begins there
 * @param isOpen whether there are later ones
 */
record RecurrenceSet(List<Occurrence> occurrences, Instant from, boolean isOpen) {

  /** A time at which the event takes place, if no exception says otherwise. */
  record Occurrence(EventTime start, EventLength length) {}

  /** Whether an event has occurrences besides its start. */
  static boolean isRecurring(CalendarComponent event) {
    return event.first("RRULE").isPresent() || event.first("RDATE").isPresent();
  }

  static RecurrenceSet of(
      CalendarComponent event,
      EventTime start,
      EventLength length,
      EventTimeParser times,
      ExpansionWindow window)
      throws InvalidEventException {
    TreeMap<Instant, Occurrence> found = new TreeMap<>();
    found.put(start.instant(), new Occurrence(start, length));
    boolean isOpen = false;
    Instant from = window.from();
    for (VObjectProperty rule : event.all("RRULE")) {
      Occurrences given = RecurrenceRuleExpander.expand(rule.getValue(), start, window);
      given.times().forEach(each -> found.put(each.instant(), new Occurrence(each, length)));
      isOpen |= given.isOpen();
      from = given.isCut() ? given.times().getFirst().instant() : from;
    }
    for (VObjectProperty dates : event.all("RDATE")) {
      for (EventTimeParser.Listed listed : times.list(dates)) {
        EventLength own = listed.length() == null ? length : listed.length();
        found.put(listed.start().instant(), new Occurrence(listed.start(), own));
      }
    }
    isOpen |= found.higherKey(window.until()) != null;
    found.keySet().removeAll(excluded(event, start, times, window, found));
    var within = found.tailMap(from, true).headMap(window.until(), true).values();
    return new RecurrenceSet(List.copyOf(within), from, isOpen);
  }

  /** Those that exceptions name; an exception without a time takes the whole day. */
  private static Set<Instant> excluded(
      CalendarComponent event,
      EventTime start,
      EventTimeParser times,
      ExpansionWindow window,
      TreeMap<Instant, Occurrence> found)
      throws InvalidEventException {
    Set<Instant> moments = new HashSet<>();
    Set<LocalDate> days = new HashSet<>();
    for (EventTime exception : exceptions(event, start, times, window)) {
      if (exception.isDate() || start.isDate()) {
        days.add(exception.local().toLocalDate());
      } else {
        moments.add(exception.instant());
      }
    }
    found.forEach(
        (moment, occurrence) -> {
          if (days.contains(occurrence.start().local().toLocalDate())) {
            moments.add(moment);
          }
        });
    return moments;
  }

  private static List<EventTime> exceptions(
      CalendarComponent event, EventTime start, EventTimeParser times, ExpansionWindow window)
      throws InvalidEventException {
    List<EventTime> exceptions = new ArrayList<>();
    for (VObjectProperty dates : event.all("EXDATE")) {
      times.list(dates).forEach(listed -> exceptions.add(listed.start()));
    }
    for (VObjectProperty rule : event.all("EXRULE")) {
      exceptions.addAll(RecurrenceRuleExpander.expand(rule.getValue(), start, window).times());
    }
    return exceptions;
  }
}
