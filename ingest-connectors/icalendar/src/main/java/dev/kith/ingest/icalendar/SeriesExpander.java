package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import dev.kith.ingest.icalendar.RecurrenceSet.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Expands an event into its instances. */
final class SeriesExpander {
  private final EventSeries series;
  private final EventTimeParser times;
  private final ExpansionWindow window;
  private final List<String> ignored = new ArrayList<>();
  private final List<EventInstance> instances = new ArrayList<>();

  /** Replacements by the key of the instance that they replace. */
  private final Map<String, Replacement> overrides = new LinkedHashMap<>();

  /** Replacements of an instance and all later ones, by the start of the first. */
  private final TreeMap<Instant, Replacement> ranges = new TreeMap<>();

  /** A replacement and the start that it replaces. */
  private record Replacement(CalendarComponent event, EventTime replaced) {}

  SeriesExpander(EventSeries series, ExpansionWindow window) {
    this.series = series;
    this.times = series.times();
    this.window = window;
  }

  SeriesExpansion expand() throws InvalidEventException {
    for (long i = series.unknownZones(); i > 0; i--) {
      ignored.add("time zones that nothing defines: that of the source stands for them");
    }
    readOverrides();
    CalendarComponent master = series.master();
    Instant from = window.from();
    boolean isOpen = false;
    if (master != null) {
      EventTime start = start(master);
      if (RecurrenceSet.isRecurring(master)) {
        RecurrenceSet set = set(master, start);
        for (Occurrence occurrence : set.occurrences()) {
          add(master, occurrence);
        }
        from = set.from();
        isOpen = set.isOpen();
      } else {
        addSingle(master, start);
      }
    }
    for (Map.Entry<String, Replacement> left : overrides.entrySet()) {
      isOpen |= addDetached(left.getKey(), left.getValue());
    }
    instances.sort(Comparator.comparing(EventInstance::start).thenComparing(EventInstance::id));
    return new SeriesExpansion(instances, from, isOpen, ignored);
  }

  private void readOverrides() throws InvalidEventException {
    for (CalendarComponent event : series.sortedOverrides()) {
      Optional<VObjectProperty> property = event.first("RECURRENCE-ID");
      if (property.isPresent()) {
        var override = new Replacement(event, times.parse(property.get()));
        overrides.put(override.replaced().key(), override);
        if ("THISANDFUTURE".equalsIgnoreCase(property.get().getParameters().first("RANGE"))) {
          ranges.put(override.replaced().instant(), override);
        }
      }
    }
  }

  /** A rule that cannot be applied is left out: the start remains. */
  private RecurrenceSet set(CalendarComponent master, EventTime start)
      throws InvalidEventException {
    EventLength length = length(master, start);
    try {
      return RecurrenceSet.of(master, start, length, times, window);
    } catch (InvalidEventException e) {
      ignored.add("rules of recurrence that cannot be applied: " + e.getMessage());
      return new RecurrenceSet(List.of(new Occurrence(start, length)), Instant.MIN, false);
    }
  }

  private void addSingle(CalendarComponent master, EventTime start) throws InvalidEventException {
    Replacement override = overrides.remove(start.key());
    if (override == null) {
      add(series.uid(), master, start, length(master, start));
    } else {
      EventTime own = start(override.event());
      add(series.uid(), override.event(), own, length(override.event(), own));
    }
  }

  /** An instance by its own replacement, by one of it and earlier ones, or by the event. */
  private void add(CalendarComponent master, Occurrence occurrence) throws InvalidEventException {
    EventTime start = occurrence.start();
    String id = id(start.key());
    Replacement own = overrides.remove(start.key());
    Replacement override = own != null ? own : overrides.remove(start.dateKey());
    if (override != null) {
      EventTime moved = startOf(override.event(), start);
      add(id, override.event(), moved, length(override.event(), moved));
      return;
    }
    Map.Entry<Instant, Replacement> range = ranges.floorEntry(start.instant());
    if (range == null) {
      add(id, master, start, occurrence.length());
    } else {
      addShifted(id, start, range.getValue());
    }
  }

  /** An instance that moves as the first one of its range does. */
  private void addShifted(String id, EventTime start, Replacement range)
      throws InvalidEventException {
    EventTime first = startOf(range.event(), range.replaced());
    Duration shift = Duration.between(range.replaced().local(), first.local());
    EventTime moved = first.at(start.local().plus(shift));
    add(id, range.event(), moved, length(range.event(), first));
  }

  /** A replacement of an instance that the event does not have; whether it is after the window. */
  private boolean addDetached(String key, Replacement override) throws InvalidEventException {
    EventTime start = startOf(override.event(), override.replaced());
    if (start.instant().isAfter(window.until())) {
      return true;
    }
    boolean isWithin = !start.instant().isBefore(window.from());
    if (isWithin && !isExcluded(override)) {
      add(id(key), override.event(), start, length(override.event(), start));
    }
    return false;
  }

  private boolean isExcluded(Replacement override) throws InvalidEventException {
    CalendarComponent master = series.master();
    if (master != null) {
      for (VObjectProperty dates : master.all("EXDATE")) {
        for (EventTimeParser.Listed listed : times.list(dates)) {
          if (listed.start().key().equals(override.replaced().key())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private String id(String key) {
    return series.uid() + "/" + key;
  }

  private void add(String id, CalendarComponent event, EventTime start, EventLength length) {
    Instant moment = start.instant();
    Instant end = length.after(start);
    boolean isCancelled = series.isCancellation() || event.keyword("STATUS").startsWith("CANCEL");
    instances.add(
        new EventInstance(id, event, moment, end.isAfter(moment) ? end : null, isCancelled));
  }

  private EventTime start(CalendarComponent event) throws InvalidEventException {
    boolean isStated = event.first("DTSTART").isPresent() || !series.isCancellation();
    return times.required(event, isStated ? "DTSTART" : "DTSTAMP");
  }

  /** A cancelled instance need not say when it would have been. */
  private EventTime startOf(CalendarComponent override, EventTime replaced)
      throws InvalidEventException {
    return override.first("DTSTART").isPresent() ? start(override) : replaced;
  }

  /** An end that cannot be read is left out. */
  private EventLength length(CalendarComponent event, EventTime start) {
    try {
      Optional<VObjectProperty> end = event.first("DTEND");
      if (end.isPresent()) {
        return EventLength.between(start, times.parse(end.get()));
      }
      Optional<String> duration = event.value("DURATION");
      if (duration.isPresent()) {
        return EventLength.parse(duration.get());
      }
    } catch (InvalidEventException e) {
      ignored.add("ends that cannot be read: " + e.getMessage());
    }
    return new EventLength(start.isDate() ? 1 : 0, Duration.ZERO);
  }
}
