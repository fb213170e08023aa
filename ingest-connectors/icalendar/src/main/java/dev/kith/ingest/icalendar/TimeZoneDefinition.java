package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns a zone that a calendar defines itself (VTIMEZONE) into rules. */
final class TimeZoneDefinition {
  /** Onsets after it are not computed; the offset stays the last one. */
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private static final int MAX_ONSETS = 2_000;

  private TimeZoneDefinition() {}

  /** An offset that begins to apply. */
  private record Onset(Instant at, ZoneOffset from, ZoneOffset to) {}

  /** The rules; empty if it defines none that can be read. */
  static Optional<ZoneRules> rules(CalendarComponent zone) {
    List<Onset> onsets = new ArrayList<>();
    try {
      for (CalendarComponent observance : zone.components()) {
        onsets.addAll(onsets(observance));
      }
    } catch (InvalidEventException | DateTimeException _) { // a zone of the same name may be known
      return Optional.empty();
    }
    onsets.sort(Comparator.comparing(Onset::at));
    return onsets.isEmpty() ? Optional.empty() : Optional.of(rules(onsets));
  }

  private static ZoneRules rules(List<Onset> onsets) {
    ZoneOffset first = onsets.getFirst().from();
    ZoneOffset current = first;
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    for (Onset onset : onsets) {
      if (!onset.to().equals(current)) {
        var local = LocalDateTime.ofInstant(onset.at(), current);
        transitions.add(ZoneOffsetTransition.of(local, current, onset.to()));
        current = onset.to();
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }

  private static List<Onset> onsets(CalendarComponent observance) throws InvalidEventException {
    ZoneOffset to = offset(observance, "TZOFFSETTO");
    ZoneOffset from = offset(observance, "TZOFFSETFROM");
    var times = new EventTimeParser(new TimeZones(List.of()), from.getRules());
    EventTime start = times.required(observance, "DTSTART");
    List<EventTime> starts = new ArrayList<>(List.of(start));
    var window = new ExpansionWindow(Instant.MIN, LAST, MAX_ONSETS);
    for (VObjectProperty rule : observance.all("RRULE")) {
      starts.addAll(RecurrenceRuleExpander.expand(rule.getValue(), start, window).times());
    }
    for (VObjectProperty dates : observance.all("RDATE")) {
      times.list(dates).forEach(date -> starts.add(date.start()));
    }
    return starts.stream().map(each -> new Onset(each.instant(), from, to)).distinct().toList();
  }

  private static ZoneOffset offset(CalendarComponent observance, String name)
      throws InvalidEventException {
    String written = observance.value(name).orElse("");
    if (!written.matches("[+-]?\\d{4}(\\d{2})?")) {
      throw new InvalidEventException("expected an offset in " + name + ", found none");
    }
    return ZoneOffset.of(written.matches("\\d.*") ? "+" + written : written);
  }
}
