package dev.kith.ingest.mail.message;

import static dev.kith.ingest.mail.TestMails.profile;
import static dev.kith.ingest.mail.TestMails.read;
import static dev.kith.ingest.mail.TestMails.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvitationParserTest {
  private static final String MAIL =
      """
      From: Ann Lee <ann@example.org>
      To: Bob Ray <bob@example.org>
      Date: Tue, 5 Mar 2024 10:11:12 +0100
      Message-ID: <one@example.org>
      Subject: Invitation: Frogs
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain

      Come and see.
      --b
      Content-Type: text/calendar; method=REQUEST; charset=utf-8

      BEGIN:VCALENDAR
      VERSION:2.0
      METHOD:REQUEST
      BEGIN:VEVENT
      UID:frogs@example.org
      DTSTAMP:20240305T091100Z
      DTSTART:20240307T090000Z
      SUMMARY:Frogs
      ORGANIZER;CN=Ann Lee:mailto:ann@example.org
      ATTENDEE;CN=Bob Ray;PARTSTAT=ACCEPTED:mailto:bob@example.org
      ATTENDEE;CN=Team:mailto:team@example.org
      END:VEVENT
      END:VCALENDAR
      --b--
      """;

  private static List<Activity> meetings(String mail) {
    return read(mail).meetings();
  }

  @Test
  void anInvitationIsAMeetingBesideTheMail() {
    var read = read(MAIL);

    assertThat(read.activity().getText()).isEqualTo("Come and see.");
    assertThat(read.meetings()).hasSize(1);
    Activity meeting = read.meetings().getFirst();
    assertThat(meeting.getId()).isEqualTo("frogs@example.org");
    assertThat(meeting.getNetwork()).isEqualTo("calendar");
    assertThat(meeting.getActor()).isEqualTo("email:ann@example.org");
    assertThat(towards(meeting))
        .containsExactly("accepted email:bob@example.org", "invited email:team@example.org");
    assertThat(meeting.getAt()).isEqualTo(Instant.parse("2024-03-07T09:00:00Z"));
    assertThat(profile(read, "email:team@example.org").getKind()).isEqualTo(AccountKind.ROLE);
    assertThat(read.profiles()).allMatch(each -> each.getNetwork().equals("mail"));
  }

  @Test
  void aRecurringInvitationIsReadForTheNextMonths() {
    List<Activity> meetings =
        meetings(MAIL.replace("SUMMARY:Frogs", "SUMMARY:Frogs\nRRULE:FREQ=WEEKLY"));

    assertThat(meetings).hasSize(13);
    assertThat(meetings.getFirst().getId()).isEqualTo("frogs@example.org/20240307T090000Z");
  }

  @Test
  void aCancellationOfTheOrganiserDeletesTheMeeting() {
    String cancellation =
        MAIL.replace("REQUEST", "CANCEL").replace("DTSTAMP:20240305", "DTSTAMP:20240306");

    List<Activity> meetings = meetings(cancellation);

    assertThat(meetings).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(meetings.getFirst().getRevision())
        .isGreaterThan(meetings(MAIL).getFirst().getRevision());
  }

  @Test
  void nobodyElseCanCallAMeetingOff() {
    String forged =
        MAIL.replace("REQUEST", "CANCEL").replace("From: Ann Lee <ann@", "From: Eve <eve@");

    assertThat(meetings(forged)).isEmpty();
  }

  @Test
  void anAnswerAndACalendarWithoutAMethodAreNoMeetings() {
    assertThat(meetings(MAIL.replace("REQUEST", "REPLY"))).isEmpty();
    assertThat(meetings(MAIL.replaceAll("METHOD:REQUEST\n", ""))).isEmpty();
  }

  @Test
  void aBrokenInvitationLeavesTheMail() {
    var read = read(MAIL.replace("DTSTART:20240307", "DTSTART:2024march"));

    assertThat(read.meetings()).isEmpty();
    assertThat(read.activity().getId()).isEqualTo("one@example.org");
  }
}
