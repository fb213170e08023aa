package dev.kith.ingest.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingMapperTest {
  private static final String MEETING =
      TestCalendars.event(
          """
          LAST-MODIFIED:20260215T101500Z
          SEQUENCE:3
          DTSTART:20260302T090000Z
          DTEND:20260302T100000Z
          SUMMARY:Frogs\\, and toads
          DESCRIPTION:First the frogs.\\nThen the toads.
          LOCATION:Lake house
          CATEGORIES:Frogs,#Lake
          ORGANIZER;CN=Bob Reed:mailto:Bob@example.org
          ATTENDEE;CN=Bob Reed;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:bob@example.org
          ATTENDEE;CN="Lee, Ann";PARTSTAT=ACCEPTED:mailto:ann@example.org
          ATTENDEE;PARTSTAT=DECLINED:MAILTO:cat@example.org
          ATTENDEE;PARTSTAT=TENTATIVE:dan@example.org
          ATTENDEE;CN=Eve;PARTSTAT=NEEDS-ACTION;EMAIL=eve@example.org:urn:uuid:1
          ATTENDEE;CUTYPE=ROOM:mailto:lakehouse@example.org
          ATTENDEE;CUTYPE=GROUP:mailto:frogs@example.org
          ATTENDEE:mailto:c_1@resource.calendar.google.com\
          """);

  private static Activity only(String calendar) throws InvalidEventException {
    List<Activity> meetings = TestCalendars.meetings(calendar);
    assertThat(meetings).hasSize(1);
    return meetings.getFirst();
  }

  @Test
  void aMeetingIsDirectedFromItsOrganiserAtPeopleByTheirAnswer() throws Exception {
    Activity meeting = only(MEETING);

    assertThat(meeting.getId()).isEqualTo("frogs@example.org");
    assertThat(meeting.getNetwork()).isEqualTo("calendar");
    assertThat(meeting.getKind()).isEqualTo("meeting");
    assertThat(meeting.getActor()).isEqualTo("email:bob@example.org");
    assertThat(meeting.getTowards())
        .extracting("account", "kind")
        .containsExactly(
            tuple("email:ann@example.org", "accepted"),
            tuple("email:cat@example.org", "declined"),
            tuple("email:dan@example.org", "tentative"),
            tuple("email:eve@example.org", "invited"));
    assertThat(meeting.getAt()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(meeting.getEnd()).contains(Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void itSaysWhatItIsAboutAndWhere() throws Exception {
    Activity meeting = only(MEETING.replace("VERSION:2.0", "VERSION:2.0\nX-WR-CALNAME:Work"));

    assertThat(meeting.getTitle()).contains("Frogs, and toads");
    assertThat(meeting.getText()).isEqualTo("First the frogs.\nThen the toads.");
    assertThat(meeting.getPlace()).contains("Lake house");
    assertThat(meeting.getTopics()).containsExactly("frogs", "lake");
    assertThat(meeting.getContext()).contains("Work");
    assertThat(meeting.getStatus()).contains("confirmed");
    assertThat(meeting.getVisibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(new String(meeting.getOriginal().array(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("CATEGORIES:Frogs,#Lake");
  }

  @Test
  void theRevisionIsTheLastChangeAndThenItsNumber() throws Exception {
    long changed = Instant.parse("2026-02-15T10:15:00Z").toEpochMilli();

    assertThat(only(MEETING).getRevision()).isEqualTo(changed + 3);
    assertThat(only(MEETING.replaceAll("LAST-MODIFIED.*\n", "")).getRevision())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + 3);
  }

  @Test
  void whatNobodyOrganisesIsTheOwners() throws Exception {
    Activity lunch = only(TestCalendars.event("DTSTART:20260302T090000Z\nSUMMARY:Lunch"));

    assertThat(lunch.getActor()).isEqualTo("email:ann@example.org");
    assertThat(lunch.getTowards()).isEmpty();
  }

  @Test
  void whoPresidesOrganises() throws Exception {
    Activity meeting = only(MEETING.replaceAll("ORGANIZER.*\n", ""));

    assertThat(meeting.getActor()).isEqualTo("email:bob@example.org");
  }

  @Test
  void theNameOfACalendarMayBeTheAddressOfItsOwner() throws Exception {
    var mapper = new MeetingMapper("agenda", null, Visibility.PRIVATE);
    String event = TestCalendars.event("DTSTART:20260302T090000Z");
    EventInstance instance = TestCalendars.expand(event, TestCalendars.ALL).instances().getFirst();

    assertThat(mapper.map(instance, "cat@example.org"))
        .hasValueSatisfying(
            meeting ->
                assertThat(meeting.activity().getActor()).isEqualTo("email:cat@example.org"));
    assertThat(mapper.map(instance, "Work")).isEmpty();
  }

  @Test
  void aPrivateEventIsPrivateWhateverTheSourceSays() throws Exception {
    var mapper = new MeetingMapper("agenda", "ann@example.org", Visibility.PUBLIC);
    String event = TestCalendars.event("DTSTART:20260302T090000Z\nCLASS:CONFIDENTIAL");
    EventInstance hidden = TestCalendars.expand(event, TestCalendars.ALL).instances().getFirst();

    assertThat(mapper.map(hidden, null).orElseThrow().activity().getVisibility())
        .isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void aCancelledMeetingIsDeleted() throws Exception {
    Activity cancelled = only(MEETING.replace("SEQUENCE:3", "SEQUENCE:4\nSTATUS:CANCELLED"));
    Activity sent = only(MEETING.replace("VERSION:2.0", "VERSION:2.0\nMETHOD:CANCEL"));

    assertThat(cancelled.getDeleted()).isTrue();
    assertThat(cancelled.getTowards()).isEmpty();
    assertThat(cancelled.getActor()).isEqualTo("email:bob@example.org");
    assertThat(cancelled.getRevision()).isGreaterThan(only(MEETING).getRevision());
    assertThat(sent.getDeleted()).isTrue();
  }

  @Test
  void othersSayTheNamesOfThoseWhomAMeetingNames() throws Exception {
    var mapper = new MeetingMapper("agenda", null, Visibility.PRIVATE);
    EventInstance instance =
        TestCalendars.expand(MEETING, TestCalendars.ALL).instances().getFirst();

    var profiles = mapper.map(instance, null).orElseThrow().profiles();

    assertThat(profiles)
        .extracting("account", "names")
        .contains(
            tuple("email:bob@example.org", List.of("Bob Reed")),
            tuple("email:ann@example.org", List.of("Lee, Ann")),
            tuple("email:cat@example.org", List.of()));
    assertThat(profiles).allMatch(each -> each.getAsserted() == Asserted.OTHERS);
    assertThat(profiles)
        .allMatch(each -> each.getSeen().equals(Instant.parse("2026-02-15T10:15:00.003Z")));
  }

  @Test
  void extensionsOfProgramsTakeThePlaceOfWhatIsMissing() throws Exception {
    Activity apple =
        only(
            TestCalendars.event(
                "DTSTART:20260302T090000Z\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;"
                    + "X-TITLE=\"Lake house\":geo:1,2"));
    Activity outlook =
        only(
            TestCalendars.event(
                "DTSTART:20260302T090000Z\nX-ALT-DESC;FMTTYPE=text/html:<p>Frogs<br>and"
                    + " toads</p>\nX-MICROSOFT-SKYPETEAMSMEETINGURL:https://meet.example.org/1"));

    assertThat(apple.getPlace()).contains("Lake house");
    assertThat(outlook.getText()).isEqualTo("Frogs\nand toads");
    assertThat(outlook.getPlace()).contains("https://meet.example.org/1");
  }
}
