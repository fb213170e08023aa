package dev.kith.ingest.icalendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Expands a recurrence rule within a window. The rule is applied to the clock on the wall, and each
 * result becomes a moment in the zone of the start: so a weekly meeting at nine stays at nine.
 */
final class RecurrenceRuleExpander {
  /** A rule that gives more, such as one for every second, is refused. */
  private static final int MAX_STEPS = 200_000;

  /** A rule with more times of day makes larger sets than memory should hold. */
  private static final int MAX_TIMES_OF_DAY = 1_000;

  private RecurrenceRuleExpander() {}

  /**
   * What a rule gives within a window.
   *
   * @param times in ascending order
   * @param isCut whether earlier ones were left out because there are too many
   * @param isOpen whether there are later ones
   */
  record Occurrences(List<EventTime> times, boolean isCut, boolean isOpen) {}

  /** The occurrences; the start is one of them only if the rule gives it. */
  static Occurrences expand(String rule, EventTime start, ExpansionWindow window)
      throws InvalidEventException {
    try {
      RecurrenceRule parsed = new RecurrenceRule(rule.strip(), RfcMode.RFC2445_LAX);
      refuseManyTimesOfDay(parsed);
      limit(parsed, start);
      return iterate(iterator(parsed, start, window), start, window);
    } catch (InvalidRecurrenceRuleException
        | IllegalArgumentException
        | IllegalStateException
        | ArrayIndexOutOfBoundsException
        | DateTimeException e) { // the library's, for rules that give nothing
      throw new InvalidEventException(
          "expected a rule of recurrence, found one that cannot be applied");
    }
  }

  private static void refuseManyTimesOfDay(RecurrenceRule rule) throws InvalidEventException {
    long times = 1;
    for (Part part : List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)) {
      List<Integer> values = rule.getByPart(part);
      times *= values == null ? 1 : Math.max(1, values.size());
    }
    if (times > MAX_TIMES_OF_DAY || rule.getFreq() == Freq.SECONDLY) {
      throw new InvalidEventException(
          "expected a rule of at most " + MAX_TIMES_OF_DAY + " times a day, found one of more");
    }
  }

  /** The last time, which may be written as a date or in UTC, by the clock of the start. */
  private static void limit(RecurrenceRule rule, EventTime start) {
    DateTime until = rule.getUntil();
    if (until == null) {
      return;
    }
    LocalDateTime last;
    if (until.isAllDay()) {
      last = local(until).with(LocalTime.MAX);
    } else if (until.isFloating()) {
      last = local(until);
    } else {
      Instant moment = Instant.ofEpochMilli(until.getTimestamp());
      last = LocalDateTime.ofInstant(moment, start.zone().getOffset(moment));
    }
    rule.setUntil(dateTime(last, start.isDate()));
  }

  /**
   * The start counts as the first occurrence (section 3.8.5.3), whether the rule gives it or not.
   */
  private static @Nullable RecurrenceRuleIterator iterator(
      RecurrenceRule rule, EventTime start, ExpansionWindow window) {
    DateTime first = dateTime(start.local(), start.isDate());
    RecurrenceRuleIterator iterator = rule.iterator(first);
    Integer count = rule.getCount();
    if (count != null && iterator.hasNext() && !iterator.peekDateTime().equals(first)) {
      if (count <= 1) {
        return null;
      }
      rule.setCount(count - 1);
      iterator = rule.iterator(first);
    }
    if (count == null && window.from().isAfter(start.instant())) {
      LocalDateTime before = LocalDateTime.ofInstant(window.from(), ZoneOffset.UTC).minusDays(1);
      iterator.fastForward(before.toInstant(ZoneOffset.UTC).toEpochMilli());
    }
    return iterator;
  }

  private static Occurrences iterate(
      @Nullable RecurrenceRuleIterator iterator, EventTime start, ExpansionWindow window)
      throws InvalidEventException {
    Deque<EventTime> times = new ArrayDeque<>();
    boolean isCut = false;
    int steps = 0;
    while (iterator != null && iterator.hasNext()) {
      EventTime time = start.at(local(iterator.nextDateTime()));
      Instant moment = time.instant();
      if (moment.isAfter(window.until())) {
        return new Occurrences(List.copyOf(times), isCut, true);
      }
      if (++steps > MAX_STEPS) {
        throw new InvalidEventException(
            "expected a rule of at most " + MAX_STEPS + " occurrences, found one of more");
      }
      if (!moment.isBefore(window.from())) {
        times.add(time);
      }
      if (times.size() > window.max()) {
        times.remove();
        isCut = true;
      }
    }
    return new Occurrences(List.copyOf(times), isCut, false);
  }

  private static DateTime dateTime(LocalDateTime time, boolean isDate) {
    int month = time.getMonthValue() - 1;
    return isDate
        ? new DateTime(time.getYear(), month, time.getDayOfMonth())
        : new DateTime(
            time.getYear(),
            month,
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond());
  }

  private static LocalDateTime local(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.isAllDay() ? 0 : time.getHours(),
        time.isAllDay() ? 0 : time.getMinutes(),
        time.isAllDay() ? 0 : time.getSeconds());
  }
}
