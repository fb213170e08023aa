package dev.kith.api.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class ICalendarWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void aDocumentIsValidAndReadsBackWhatWasWritten() throws Exception {
    String names = "Met Zoë Müller, Bob; wrote to \\Cat\n" + "陈伟, ".repeat(60) + "陈伟";
    Calendar read = read(new CalendarEntry("day-2026-11-20@kith", DAY, false, names));

    assertThat(read.validate().getEntries()).isEmpty();
    VEvent event = event(read);
    assertThat(requireNonNull(event.getSummary()).getValue()).isEqualTo(names);
    assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("day-2026-11-20@kith");
    assertThat(requireNonNull(event.getDateTimeStart()).getDate()).isEqualTo(DAY);
  }

  @Test
  void noLineIsLongerThanSeventyFiveBytes() {
    String written = written(new CalendarEntry("u", DAY, false, "é陈😀x".repeat(90)));

    assertThat(written).endsWith("END:VCALENDAR\r\n");
    assertThat(written.split("\r\n", -1))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }

  @Test
  void aBirthdayRecursEachYearAndThatOfALeapDayAtTheEndOfFebruary() {
    assertThat(unfolded(new CalendarEntry("a", LocalDate.of(1990, 5, 17), true, "Birthday of Ann")))
        .contains("DTSTART;VALUE=DATE:19900517", "RRULE:FREQ=YEARLY\r\n", "TRANSP:TRANSPARENT");
    assertThat(unfolded(new CalendarEntry("b", LocalDate.of(2000, 2, 29), true, "Birthday of Bob")))
        .contains("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
  }

  @Test
  void anEmptyFeedIsACalendarToo() {
    assertThat(written()).startsWith("BEGIN:VCALENDAR\r\n").contains("X-WR-CALNAME:Kith");
  }

  private static String written(CalendarEntry... entries) {
    return ICalendarWriter.of(List.of(entries), NOW);
  }

  private static String unfolded(CalendarEntry entry) {
    return written(entry).replace("\r\n ", "");
  }

  private static Calendar read(CalendarEntry... entries) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(written(entries)));
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }
}
