package dev.kith.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.dav.DavServer;
import dev.kith.ingest.testkit.dav.DavServer.Program;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import dev.kith.ingest.webdav.DavClient;
import dev.kith.schemas.Activity;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Radicale and Xandikos, while somebody changes a calendar on them. */
@ParameterizedClass
@EnumSource(Program.class)
@Timeout(60)
class CalDavServersIT {
  private static final String MEDIA_TYPE = "text/calendar";

  private final Program program;
  private final List<Connector> opened = new ArrayList<>();
  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-03-16T10:00:00Z");
  private DavServer server;
  private String town;

  CalDavServersIT(Program program) {
    this.program = program;
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(program.isInstalled(), "SKIPPED: there is no " + program + "; .ci/run installs it");
    server = DavServer.start(program, Files.createDirectories(folder.resolve("server")));
    town = server.makeCalendar("town");
    server.put(town + "frogs.ics", MEDIA_TYPE, event("frogs", "DTSTART:20260302T090000Z"));
    server.put(
        town + "weekly.ics",
        MEDIA_TYPE,
        event("weekly", "DTSTART:20260302T120000Z\nRRULE:FREQ=WEEKLY"));
  }

  @AfterEach
  void stop() {
    opened.forEach(Connector::close);
    if (server != null) { // null if it is not installed
      server.close();
    }
  }

  private static String event(String uid, String lines) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Town//Test//EN
    BEGIN:VEVENT
    UID:%s@example.org
    DTSTAMP:20260101T000000Z
    %s
    SUMMARY:Frogs
    ORGANIZER:mailto:bob@example.org
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.org
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(uid, lines);
  }

  /** A new connector with the file that the one before has left, as after a kill. */
  private Connector connector() {
    opened.forEach(Connector::close);
    CalendarSettings settings =
        TestSettings.of(null, server.address(), DavServer.USER, DavServer.PASSWORD);
    ConnectorHttpClient http = LoopbackHttp.client(2);
    URI url = server.address();
    Connector connector =
        new CalendarConnector(
            settings,
            store ->
                new CalDavCalendars(
                    new DavClient(http, settings.credential()), url, List.of(), store, () -> now),
            folder.resolve("agenda.meetings"),
            () -> now,
            100);
    opened.add(connector);
    return connector;
  }

  private static List<String> ids(ReadThrough read) {
    return read.activities().stream().map(Activity::getId).toList();
  }

  @Test
  void newChangedAndDeletedEventsAreFollowed() throws Exception {
    Connector connector = connector();
    ReadThrough first = ReadThrough.of(connector, Cursor.START);

    server.put(town + "toads.ics", MEDIA_TYPE, event("toads", "DTSTART:20260303T090000Z"));
    ReadThrough created = ReadThrough.of(connector, first.end());
    server.put(town + "frogs.ics", MEDIA_TYPE, event("frogs", "DTSTART:20260302T100000Z"));
    ReadThrough edited = ReadThrough.of(connector, created.end());
    server.delete(town + "frogs.ics");
    ReadThrough deleted = ReadThrough.of(connector, edited.end());

    assertThat(ids(first))
        .containsExactly(
            "frogs@example.org",
            "weekly@example.org/20260302T120000Z",
            "weekly@example.org/20260309T120000Z",
            "weekly@example.org/20260316T120000Z",
            "weekly@example.org/20260323T120000Z");
    assertThat(first.activities())
        .allMatch(each -> each.getContext().orElse("").equals("town"))
        .allMatch(each -> each.getActor().equals("email:bob@example.org"));
    assertThat(ids(created)).containsExactly("toads@example.org");
    assertThat(ids(edited)).containsExactly("frogs@example.org");
    assertThat(edited.activities().getFirst().getAt()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(ids(deleted)).containsExactly("frogs@example.org");
    assertThat(deleted.activities().getFirst().getDeleted()).isTrue();
    assertThat(deleted.activities().getFirst().getRevision())
        .isGreaterThan(edited.activities().getFirst().getRevision());
  }

  @Test
  void aKillBetweenReadingAndCommittingLosesAndDoublesNothing() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();
    server.delete(town + "frogs.ics");
    server.put(town + "toads.ics", MEDIA_TYPE, event("toads", "DTSTART:20260303T090000Z"));

    List<Activity> lost = connector().read(end).activities();
    ReadThrough again = ReadThrough.of(connector(), end);

    assertThat(lost).hasSize(2);
    assertThat(again.activities()).isEqualTo(lost);
    assertThat(ReadThrough.of(connector(), again.end()).activities()).isEmpty();
  }

  @Test
  void instancesComeIntoTheWindowWithoutAChangeOnTheServer() throws Exception {
    Cursor end = ReadThrough.of(connector(), Cursor.START).end();

    now = now.plus(Duration.ofDays(7));

    assertThat(ids(ReadThrough.of(connector(), end)))
        .containsExactly("weekly@example.org/20260330T120000Z");
  }

  @Test
  void aCalendarThatIsDeletedTakesItsMeetingsAway() throws Exception {
    Connector connector = connector();
    ReadThrough first = ReadThrough.of(connector, Cursor.START);

    server.delete(town);
    now = now.plus(Duration.ofMinutes(11));
    ReadThrough deleted = ReadThrough.of(connector, first.end());

    assertThat(ids(deleted)).containsExactlyInAnyOrderElementsOf(ids(first));
    assertThat(deleted.activities()).allMatch(Activity::getDeleted);
  }
}
