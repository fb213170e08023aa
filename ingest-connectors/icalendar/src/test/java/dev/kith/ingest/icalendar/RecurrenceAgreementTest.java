package dev.kith.ingest.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Recurrences are the same as those of ical4j, a second implementation. */
class RecurrenceAgreementTest {
  private static final String PARIS = "DTSTART;TZID=Europe/Paris:";
  private static final String NEW_YORK = "DTSTART;TZID=America/New_York:";

  /** Starts and rules, one event each. */
  static final List<String> EVENTS =
      List.of(
          // Daily, with count, end and interval.
          PARIS + "20260301T090000\nRRULE:FREQ=DAILY;COUNT=10",
          PARIS + "20260301T090000\nRRULE:FREQ=DAILY;INTERVAL=3;COUNT=20",
          PARIS + "20260301T090000\nRRULE:FREQ=DAILY;UNTIL=20260405T070000Z",
          PARIS + "20260301T090000\nRRULE:FREQ=DAILY;UNTIL=20260404T065959Z",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=DAILY;UNTIL=19971224T000000Z",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=DAILY;INTERVAL=2;COUNT=60",
          NEW_YORK
              + "19980101T090000\n"
              + "RRULE:FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
          NEW_YORK + "19980101T090000\nRRULE:FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
          "DTSTART:20260327T233000Z\nRRULE:FREQ=DAILY;COUNT=7",
          "DTSTART;VALUE=DATE:20260227\nRRULE:FREQ=DAILY;COUNT=5",
          "DTSTART;VALUE=DATE:20260301\nRRULE:FREQ=DAILY;UNTIL=20260310",
          // Over the change of the clock, in both directions and on both halves of the earth.
          PARIS + "20260328T023000\nRRULE:FREQ=DAILY;COUNT=4",
          PARIS + "20261024T023000\nRRULE:FREQ=DAILY;COUNT=4",
          NEW_YORK + "20260307T023000\nRRULE:FREQ=DAILY;COUNT=3",
          NEW_YORK + "20261031T013000\nRRULE:FREQ=DAILY;COUNT=3",
          "DTSTART;TZID=Australia/Sydney:20260403T023000\nRRULE:FREQ=DAILY;COUNT=4",
          "DTSTART;TZID=America/Santiago:20260201T080000\nRRULE:FREQ=WEEKLY;COUNT=12",
          "DTSTART;TZID=Asia/Kolkata:20260101T093000\nRRULE:FREQ=MONTHLY;COUNT=12",
          "DTSTART;TZID=Asia/Tokyo:20260101T093000\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=30",
          // Weekly.
          PARIS + "20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=50",
          PARIS + "20260302T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=50",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=WEEKLY;UNTIL=19971224T000000Z;WKST=SU",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=40",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
          NEW_YORK
              + "19970901T090000\n"
              + "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
          NEW_YORK + "19970805T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
          NEW_YORK + "19970805T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
          "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=30",
          // Monthly.
          NEW_YORK + "19970905T090000\nRRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
          NEW_YORK + "19970905T090000\nRRULE:FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
          NEW_YORK + "19970907T090000\nRRULE:FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
          NEW_YORK + "19970922T090000\nRRULE:FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
          NEW_YORK + "19970928T090000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=12",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
          NEW_YORK + "19970930T090000\nRRULE:FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
          NEW_YORK
              + "19970910T090000\n"
              + "RRULE:FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
          NEW_YORK + "19970902T090000\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=18",
          NEW_YORK
              + "19970913T090000\n"
              + "RRULE:FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=10",
          NEW_YORK + "19980213T090000\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5",
          NEW_YORK + "19970904T090000\nRRULE:FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
          NEW_YORK + "19970929T090000\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7",
          PARIS + "20260131T180000\nRRULE:FREQ=MONTHLY;COUNT=7",
          PARIS + "20260131T180000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=7",
          PARIS + "20260130T180000\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12",
          "DTSTART;VALUE=DATE:20260115\nRRULE:FREQ=MONTHLY;BYMONTHDAY=15;COUNT=12",
          // Yearly.
          NEW_YORK + "19970610T090000\nRRULE:FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
          NEW_YORK + "19970310T090000\nRRULE:FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
          NEW_YORK + "19970101T090000\nRRULE:FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
          NEW_YORK + "19970519T090000\nRRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=3",
          NEW_YORK + "19970512T090000\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3",
          NEW_YORK + "19970313T090000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=11",
          NEW_YORK + "19970605T090000\nRRULE:FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8;COUNT=30",
          NEW_YORK
              + "19961105T090000\n"
              + "RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
          "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;UNTIL=20400101",
          "DTSTART;VALUE=DATE:19900517\nRRULE:FREQ=YEARLY;COUNT=40",
          "DTSTART;VALUE=DATE:20200329\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=10",
          // Within a day.
          PARIS + "20260302T090000\nRRULE:FREQ=HOURLY;INTERVAL=3;UNTIL=20260302T170000Z",
          PARIS + "20260302T090000\nRRULE:FREQ=MINUTELY;INTERVAL=90;COUNT=4",
          PARIS + "20260302T090000\nRRULE:FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0,30;COUNT=12",
          // Dates besides and exceptions.
          PARIS
              + "20260302T100000\n"
              + "RRULE:FREQ=WEEKLY;COUNT=8\n"
              + "EXDATE;TZID=Europe/Paris:20260316T100000",
          PARIS
              + "20260302T100000\n"
              + "RRULE:FREQ=WEEKLY;COUNT=8\n"
              + "EXDATE;TZID=Europe/Paris:20260330T100000,20260406T100000",
          PARIS
              + "20260302T100000\n"
              + "RRULE:FREQ=WEEKLY;COUNT=4\n"
              + "RDATE;TZID=Europe/Paris:20260305T110000",
          PARIS + "20260302T100000\nRDATE;TZID=Europe/Paris:20260305T110000,20260401T120000",
          PARIS + "20260302T100000\nRDATE;VALUE=PERIOD;TZID=Europe/Paris:20260305T110000/PT2H",
          "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=6\nEXDATE;VALUE=DATE:20260119",
          "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=3\nRDATE;VALUE=DATE:20260301");

  @BeforeAll
  static void ical4jIsLenient() {
    CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, true);
    CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_UNFOLDING, true);
  }

  @ParameterizedTest
  @FieldSource("EVENTS")
  void bothImplementationsGiveTheSameInstances(String event) throws Exception {
    String calendar = TestCalendars.event(event + "\nSUMMARY:Frogs");

    Set<Instant> ours = new TreeSet<>();
    TestCalendars.expand(calendar, TestCalendars.ALL)
        .instances()
        .forEach(each -> ours.add(each.start()));

    assertThat(ours).isNotEmpty().isEqualTo(ical4j(calendar));
  }

  private static Set<Instant> ical4j(String calendar) throws Exception {
    var builder = new CalendarBuilder();
    VEvent event =
        (VEvent) builder.build(new StringReader(calendar)).getComponents("VEVENT").getFirst();
    Temporal start = event.<DtStart<Temporal>>getRequiredProperty("DTSTART").getDate();
    Set<Instant> starts = new TreeSet<>();
    for (Period<Temporal> period : event.<Temporal>calculateRecurrenceSet(period(start))) {
      starts.add(instant(period.getStart()));
    }
    return starts;
  }

  private static Period<? extends Temporal> period(Temporal start) {
    LocalDate from = LocalDate.of(1990, 1, 1);
    LocalDate until = LocalDate.of(2030, 1, 1);
    return switch (start) {
      case LocalDate _ -> new Period<>(from, until);
      case ZonedDateTime time ->
          new Period<>(from.atStartOfDay(time.getZone()), until.atStartOfDay(time.getZone()));
      default ->
          new Period<>(
              from.atStartOfDay(ZoneOffset.UTC).toInstant(),
              until.atStartOfDay(ZoneOffset.UTC).toInstant());
    };
  }

  private static Instant instant(Temporal time) {
    return switch (time) {
      case LocalDate date -> date.atStartOfDay(TestCalendars.PARIS).toInstant();
      case LocalDateTime local -> local.atZone(TestCalendars.PARIS).toInstant();
      case ZonedDateTime zoned -> zoned.toInstant();
      case OffsetDateTime offset -> offset.toInstant();
      default -> Instant.from(time);
    };
  }
}
