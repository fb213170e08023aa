package dev.kith.api.calendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes entries as an iCalendar document (RFC 5545). */
final class ICalendarWriter {
  private static final String CALENDAR = "VCALENDAR";
  private static final String EVENT = "VEVENT";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** In characters of at most three bytes: a line has at most 75 bytes with its blank. */
  private static final int LINE_LENGTH = 24;

  private final VObjectWriter writer;
  private final String stamp;

  private ICalendarWriter(VObjectWriter writer, Instant now) {
    this.writer = writer;
    this.stamp = STAMP.format(now);
  }

  /** The document of some entries; none of them makes its day a busy one. */
  static String of(List<CalendarEntry> entries, Instant now) {
    var text = new StringWriter();
    try (var writer = new VObjectWriter(text, SyntaxStyle.NEW)) {
      writer.getFoldedLineWriter().setLineLength(LINE_LENGTH);
      new ICalendarWriter(writer, now).write(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(List<CalendarEntry> entries) throws IOException {
    writer.writeBeginComponent(CALENDAR);
    writer.writeProperty("PRODID", "-//Kith//Kith//EN");
    writer.writeProperty("VERSION", "2.0");
    writer.writeProperty("CALSCALE", "GREGORIAN");
    writer.writeProperty("X-WR-CALNAME", "Kith");
    for (CalendarEntry entry : entries) {
      write(entry);
    }
    writer.writeEndComponent(CALENDAR);
  }

  private void write(CalendarEntry entry) throws IOException {
    writer.writeBeginComponent(EVENT);
    writer.writeProperty("UID", entry.uid());
    writer.writeProperty("DTSTAMP", stamp);
    var date = new VObjectParameters();
    date.put("VALUE", "DATE");
    writer.writeProperty(
        new VObjectProperty(
            null, "DTSTART", date, DateTimeFormatter.BASIC_ISO_DATE.format(entry.day())));
    if (entry.isYearly()) {
      writer.writeProperty("RRULE", yearly(entry));
    }
    writer.writeProperty("SUMMARY", VObjectPropertyValues.escape(entry.summary()));
    writer.writeProperty("TRANSP", "TRANSPARENT");
    writer.writeEndComponent(EVENT);
  }

  /** Of 29 February: the last day of the month, in years without it, too. */
  private static String yearly(CalendarEntry entry) {
    boolean isLeapDay = entry.day().getMonthValue() == 2 && entry.day().getDayOfMonth() == 29;
    return isLeapDay ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY";
  }
}
