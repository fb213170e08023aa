package dev.kith.ingest.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.mail.mime.HeaderFields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentTimeTest {
  private static final String READ = "2024-03-05T10:00:00Z";
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse(READ));
  private static final String RECEIVED = "from a.example by b.example; ";

  @Test
  void aDateLongAfterReceivedIsReplacedByReceived() {
    for (String date :
        List.of(
            "Tue, 04 Feb 2020 10:00:00 +0000",
            "Tue, 04 Mar 2003 10:00:00 +0000",
            "Wed, 04 Feb 2004 10:00:00 +0000",
            "Sun, 06 Feb 2103 10:00:00 +0000")) {
      assertTime("2003-02-04T10:00:05Z", false, date, "Tue, 04 Feb 2003 10:00:05 +0000");
    }
  }

  @Test
  void aClockMayBeWrongByAWeekAndAMailMayBeDelayed() {
    assertTime(
        "2003-02-10T10:00:00Z",
        true,
        "Mon, 10 Feb 2003 10:00:00 +0000",
        "Tue, 04 Feb 2003 10:00:05 +0000");
    assertTime(
        "1999-02-10T10:00:00Z",
        true,
        "Wed, 10 Feb 1999 10:00:00 +0000",
        "Tue, 04 Feb 2003 10:00:05 +0000");
  }

  @Test
  void theFirstServersTimeReplacesAnImplausibleDate() {
    assertTime(
        "2003-02-04T10:00:05Z",
        false,
        "Tue, 04 Feb 2020 10:00:00 +0000",
        "Tue, 04 Feb 2003 10:00:09 +0000 (semicolon; in a comment)",
        "Tue, 04 Feb 2003 10:00:05 +0000",
        "Tue, 04 Feb 2020 10:00:01 +0000");
  }

  @Test
  void aDateBefore1982IsIgnoredIfAServerReceivedTheMail() {
    for (String date :
        List.of("Thu, 01 Jan 1970 00:00:00 +0000", "Tue, 1 Jan 1980 00:00:00 +0000")) {
      assertTime("2003-02-04T10:00:05Z", false, date, "Tue, 04 Feb 2003 10:00:05 +0000");
    }
    assertTime("1980-01-01T00:00:00Z", true, "Tue, 1 Jan 1980 00:00:00 +0000");
  }

  @Test
  void aDateLongAfterReadingIsIgnored() {
    assertTime("2024-03-11T10:00:00Z", true, "Mon, 11 Mar 2024 10:00:00 +0000");
    assertTime("2001-01-01T00:00:00Z", false, "Mon, 11 Mar 2025 10:00:00 +0000");
    assertThat(SentTime.of(fields("Mon, 11 Mar 2025 10:00:00 +0000"), MailEnvelope.NONE, CLOCK))
        .isEmpty();
  }

  private static void assertTime(String expected, boolean dated, String date, String... received) {
    var envelope = new MailEnvelope(null, Instant.parse("2001-01-01T00:00:00Z"));

    assertThat(SentTime.of(fields(date, received), envelope, CLOCK))
        .isEqualTo(Optional.of(new SentTime(Instant.parse(expected), dated)));
  }

  private static HeaderFields fields(String date, String... received) {
    var fields = new HeaderFields();
    for (String line : received) {
      fields.add("Received", RECEIVED + line);
    }
    fields.add("Date", date);
    return fields;
  }
}
