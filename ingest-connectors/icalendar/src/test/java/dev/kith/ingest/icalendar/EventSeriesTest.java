package dev.kith.ingest.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recurrences by a table that was worked out by hand. */
class EventSeriesTest {
  private static final String WEEKLY =
      """
      DTSTART;TZID=Europe/Paris:20260302T100000
      DTEND;TZID=Europe/Paris:20260302T110000
      RRULE:FREQ=WEEKLY;COUNT=6
      """;

  private static String weeklyWith(String... overrides) {
    StringBuilder lines = new StringBuilder();
    for (String each : overrides) {
      lines
          .append("\nBEGIN:VEVENT\nUID:frogs@example.org\nDTSTAMP:20260201T000000Z\n")
          .append(each)
          .append("\nEND:VEVENT");
    }
    return TestCalendars.event(WEEKLY).replace("\nEND:VCALENDAR", lines + "\nEND:VCALENDAR");
  }

  private static List<String> ids(String calendar) throws InvalidEventException {
    return TestCalendars.expand(calendar, TestCalendars.ALL).instances().stream()
        .map(EventInstance::id)
        .toList();
  }

  @Test
  void aWeeklyMeetingStaysAtItsHourWhenTheClockChanges() throws Exception {
    assertThat(TestCalendars.starts(TestCalendars.event(WEEKLY)))
        .containsExactly(
            "2026-03-02T09:00:00Z",
            "2026-03-09T09:00:00Z",
            "2026-03-16T09:00:00Z",
            "2026-03-23T09:00:00Z",
            "2026-03-30T08:00:00Z",
            "2026-04-06T08:00:00Z");
  }

  @Test
  void anInstanceIsNamedByItsOriginalStartAndASingleEventByItsUid() throws Exception {
    assertThat(ids(TestCalendars.event(WEEKLY)).getFirst())
        .isEqualTo("frogs@example.org/20260302T090000Z");
    assertThat(ids(TestCalendars.event("DTSTART:20260302T090000Z")))
        .containsExactly("frogs@example.org");
    assertThat(ids(TestCalendars.event("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY;COUNT=2")))
        .containsExactly("frogs@example.org/20260302", "frogs@example.org/20260303");
  }

  @Test
  void aMovedInstanceKeepsItsIdAndHasANewStart() throws Exception {
    String calendar =
        weeklyWith(
            """
            RECURRENCE-ID;TZID=Europe/Paris:20260316T100000
            DTSTART;TZID=Europe/Paris:20260317T150000
            DTEND;TZID=Europe/Paris:20260317T170000\
            """);

    EventInstance moved = TestCalendars.expand(calendar, TestCalendars.ALL).instances().get(2);

    assertThat(moved.id()).isEqualTo("frogs@example.org/20260316T090000Z");
    assertThat(moved.start()).isEqualTo("2026-03-17T14:00:00Z");
    assertThat(moved.end()).isEqualTo(Instant.parse("2026-03-17T16:00:00Z"));
    assertThat(ids(calendar)).hasSize(6);
  }

  @Test
  void anInstanceMayBeNamedInAnotherZoneOrByItsDay() throws Exception {
    for (String name :
        List.of(
            "RECURRENCE-ID:20260330T080000Z",
            "RECURRENCE-ID;TZID=America/New_York:20260330T040000",
            "RECURRENCE-ID;VALUE=DATE:20260330")) {
      String calendar = weeklyWith(name + "\nDTSTART:20260331T080000Z");

      assertThat(TestCalendars.starts(calendar))
          .hasSize(6)
          .contains("2026-03-31T08:00:00Z")
          .doesNotContain("2026-03-30T08:00:00Z");
    }
  }

  @Test
  void aChangeOfAllLaterInstancesMovesEachByTheSameTime() throws Exception {
    String calendar =
        weeklyWith(
            """
            RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260323T100000
            DTSTART;TZID=Europe/Paris:20260324T140000
            DURATION:PT2H\
            """);

    assertThat(TestCalendars.starts(calendar))
        .containsExactly(
            "2026-03-02T09:00:00Z",
            "2026-03-09T09:00:00Z",
            "2026-03-16T09:00:00Z",
            "2026-03-24T13:00:00Z",
            "2026-03-31T12:00:00Z",
            "2026-04-07T12:00:00Z");
    EventInstance last = TestCalendars.expand(calendar, TestCalendars.ALL).instances().getLast();
    assertThat(last.id()).isEqualTo("frogs@example.org/20260406T080000Z");
    assertThat(last.end()).isEqualTo(Instant.parse("2026-04-07T14:00:00Z"));
  }

  @Test
  void aCancelledInstanceIsCancelledAndAnExceptionIsNone() throws Exception {
    String calendar =
        weeklyWith("RECURRENCE-ID:20260309T090000Z\nDTSTART:20260309T090000Z\nSTATUS:CANCELLED")
            .replace("COUNT=6", "COUNT=6\nEXDATE:20260316T090000Z");

    var instances = TestCalendars.expand(calendar, TestCalendars.ALL).instances();

    assertThat(instances).hasSize(5);
    assertThat(instances.get(1).isCancelled()).isTrue();
    assertThat(instances.stream().filter(EventInstance::isCancelled)).hasSize(1);
  }

  @Test
  void anExceptionWithoutATimeTakesTheWholeDay() throws Exception {
    String calendar = TestCalendars.event(WEEKLY + "EXDATE;VALUE=DATE:20260309");

    assertThat(TestCalendars.starts(calendar)).hasSize(5).doesNotContain("2026-03-09T09:00:00Z");
  }

  @Test
  void whoIsInvitedToOneInstanceOnlyHasThatInstance() throws Exception {
    String calendar =
        TestCalendars.event("RECURRENCE-ID:20260309T090000Z\nDTSTART:20260309T093000Z");

    assertThat(ids(calendar)).containsExactly("frogs@example.org/20260309T090000Z");
    assertThat(TestCalendars.starts(calendar)).containsExactly("2026-03-09T09:30:00Z");
  }

  @Test
  void theStartCountsAlsoWhenTheRuleDoesNotGiveIt() throws Exception {
    String calendar =
        TestCalendars.event("DTSTART:20260301T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3");

    assertThat(TestCalendars.starts(calendar))
        .containsExactly("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z", "2026-03-09T09:00:00Z");
  }

  @Test
  void aLastDayWithoutATimeIsIncluded() throws Exception {
    String calendar =
        TestCalendars.event(
            "DTSTART;TZID=Europe/Paris:20260301T230000\nRRULE:FREQ=DAILY;UNTIL=20260303");

    assertThat(TestCalendars.starts(calendar)).hasSize(3);
  }

  @Test
  void aZoneThatTheCalendarDefinesIsUsed() throws Exception {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:Lake Time
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0500
        TZOFFSETTO:+0400
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0400
        TZOFFSETTO:+0500
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        END:VTIMEZONE
        """;
    String calendar =
        TestCalendars.event("DTSTART;TZID=Lake Time:20260323T100000\nRRULE:FREQ=WEEKLY;COUNT=2")
            .replace("BEGIN:VEVENT", zone + "BEGIN:VEVENT");

    assertThat(TestCalendars.starts(calendar))
        .containsExactly("2026-03-23T06:00:00Z", "2026-03-30T05:00:00Z");
  }

  @Test
  void zonesHaveTheNamesThatProgramsGiveThem() throws Exception {
    for (String zone :
        List.of(
            "Europe/Paris",
            "/mozilla.org/20050126_1/Europe/Paris",
            "/softwarestudio.org/Olson_20011030_5/Europe/Paris",
            "\"Romance Standard Time\"",
            "europe/paris",
            "GMT+1")) {
      assertThat(
              TestCalendars.starts(
                  TestCalendars.event("DTSTART;TZID=" + zone + ":20260302T100000")))
          .as(zone)
          .containsExactly("2026-03-02T09:00:00Z");
    }
  }

  @Test
  void timesWithoutAZoneAreThoseOfTheCalendarElseOfTheSource() throws Exception {
    String event = TestCalendars.event("DTSTART:20260302T100000");

    assertThat(TestCalendars.starts(event)).containsExactly("2026-03-02T09:00:00Z");
    assertThat(
            TestCalendars.starts(
                event.replace("VERSION:2.0", "VERSION:2.0\nX-WR-TIMEZONE:Asia/Tokyo")))
        .containsExactly("2026-03-02T01:00:00Z");
  }

  @Test
  void aZoneOfWhichNobodySaysWhatItIsIsIgnoredAndCounted() throws Exception {
    String calendar = TestCalendars.event("DTSTART;TZID=Pond:20260302T100000");

    assertThat(TestCalendars.starts(calendar)).containsExactly("2026-03-02T09:00:00Z");
    assertThat(TestCalendars.expand(calendar, TestCalendars.ALL).ignored()).hasSize(1);
  }

  @Test
  void aDayLastsUntilTheNextMidnightOfTheSource() throws Exception {
    String calendar = TestCalendars.event("DTSTART;VALUE=DATE:20260329");

    EventInstance day = TestCalendars.expand(calendar, TestCalendars.ALL).instances().getFirst();

    assertThat(day.start()).isEqualTo("2026-03-28T23:00:00Z");
    assertThat(day.end()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void theWindowMovesWithTheDayAndOnlyTheLatestInstancesCount() throws Exception {
    String calendar = TestCalendars.event("DTSTART:20200101T090000Z\nRRULE:FREQ=DAILY");
    var window =
        ExpansionWindow.around(
            LocalDate.of(2026, 3, 1), Duration.ofDays(100), Duration.ofDays(9), 1_000);

    SeriesExpansion expansion = TestCalendars.expand(calendar, window);
    SeriesExpansion fewer =
        TestCalendars.expand(calendar, new ExpansionWindow(window.from(), window.until(), 10));

    assertThat(expansion.instances()).hasSize(110);
    assertThat(expansion.instances().getLast().start()).isEqualTo("2026-03-10T09:00:00Z");
    assertThat(expansion.isOpen()).isTrue();
    assertThat(fewer.instances()).hasSize(10);
    assertThat(fewer.from()).isEqualTo("2026-03-01T09:00:00Z");
  }

  @Test
  void aRuleThatCannotBeAppliedLeavesTheStart() throws Exception {
    for (String rule :
        List.of(
            "FREQ=SECONDLY",
            "FREQ=SECONDLY;COUNT=2000000000",
            "FREQ=MINUTELY",
            "FREQ=YEARLY;BYHOUR="
                + numbers(24)
                + ";BYMINUTE="
                + numbers(60)
                + ";BYSECOND="
                + numbers(60),
            "FREQ=SOMETIMES",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
            "W1 MO #10",
            "")) {
      String calendar = TestCalendars.event("DTSTART:20260302T090000Z\nRRULE:" + rule);

      SeriesExpansion expansion = TestCalendars.expand(calendar, TestCalendars.ALL);

      assertThat(expansion.instances()).as(rule).hasSize(1);
      assertThat(expansion.ignored()).as(rule).hasSize(1);
    }
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  @Test
  void anEndThatIsTooFarOrCannotBeReadIsLeftOut() throws Exception {
    for (String end : List.of("DURATION:PT99999999999999H", "DURATION:P999999W", "DTEND:soon")) {
      String calendar = TestCalendars.event("DTSTART:20260302T090000Z\n" + end);

      SeriesExpansion expansion = TestCalendars.expand(calendar, TestCalendars.ALL);

      assertThat(expansion.instances()).as(end).hasSize(1).allMatch(each -> each.end() == null);
      assertThat(expansion.ignored()).as(end).hasSize(1);
    }
  }

  @Test
  void anEventWithoutAStartIsUnreadable() {
    assertThatThrownBy(() -> TestCalendars.starts(TestCalendars.event("SUMMARY:Frogs")))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("expected a time in DTSTART, found none");
    assertThatThrownBy(() -> TestCalendars.starts(TestCalendars.event("DTSTART:20261332")))
        .hasMessage("expected a date that exists in DTSTART, found another");
  }

  @Test
  void anExportAtAnotherTimeIsNoChange() {
    String calendar = TestCalendars.event(WEEKLY);
    EventSeries series = TestCalendars.parse(calendar).series().getFirst();

    EventSeries later =
        TestCalendars.parse(calendar.replace("DTSTAMP:2026", "DTSTAMP:2027")).series().getFirst();
    EventSeries longer =
        TestCalendars.parse(calendar.replace("COUNT=6", "COUNT=7")).series().getFirst();

    assertThat(later.fingerprint()).isEqualTo(series.fingerprint());
    assertThat(longer.fingerprint()).isNotEqualTo(series.fingerprint());
  }
}
