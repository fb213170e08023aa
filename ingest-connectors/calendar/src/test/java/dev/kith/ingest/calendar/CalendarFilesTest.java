package dev.kith.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFilesTest extends ConnectorContract {
  private static final String FROGS =
      """
      BEGIN:VEVENT
      UID:frogs@example.org
      DTSTAMP:20260101T000000Z
      DTSTART:20260302T090000Z
      DURATION:PT1H
      SUMMARY:Frogs
      ORGANIZER;CN=Bob Reed:mailto:bob@example.org
      ATTENDEE;PARTSTAT=ACCEPTED;CN=Ann Lee:mailto:ann@example.org
      END:VEVENT
      """;
  private static final String WEEKLY =
      """
      BEGIN:VEVENT
      UID:weekly@example.org
      DTSTAMP:20260101T000000Z
      DTSTART:20260302T120000Z
      RRULE:FREQ=WEEKLY
      SUMMARY:Lunch
      END:VEVENT
      """;

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-03-16T10:00:00Z");
  private int writes;
  private @Nullable Connector last;

  /** Calendars have no order; a page is in order. */
  @Override
  protected Comparator<Activity> oldestFirst() {
    return (_, _) -> 0;
  }

  /** Only one connector at a time may have the file of the source open. */
  @Override
  protected Connector connector() throws IOException {
    if (last != null) {
      last.close();
    }
    if (writes == 0) {
      write("work.ics", FROGS + WEEKLY);
      write(
          "home/lunch.ics", FROGS.replace("frogs@", "toads@"), "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n");
      write("home/empty.ics", "");
    }
    last =
        new CalendarConnector(
            TestSettings.of(folder.resolve("calendars"), null, null, null),
            _ -> new CalendarFiles(folder.resolve("calendars")),
            folder.resolve("state/agenda.meetings"),
            () -> now,
            2);
    return last;
  }

  private void write(String name, String... events) throws IOException {
    Path file = folder.resolve("calendars").resolve(name);
    Files.createDirectories(file.getParent());
    String lines = String.join("", events);
    Files.writeString(file, "BEGIN:VCALENDAR\nVERSION:2.0\n" + lines + "END:VCALENDAR\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1_000L * writes++));
  }

  private ReadThrough read(Cursor from) throws Exception {
    return ReadThrough.of(connector(), from);
  }

  private static List<String> ids(ReadThrough read) {
    return read.activities().stream().map(Activity::getId).toList();
  }

  @Test
  void eventsOfAllFilesAreMeetings() throws Exception {
    ReadThrough read = read(Cursor.START);

    assertThat(ids(read))
        .containsExactlyInAnyOrder(
            "frogs@example.org",
            "toads@example.org",
            "weekly@example.org/20260302T120000Z",
            "weekly@example.org/20260309T120000Z",
            "weekly@example.org/20260316T120000Z",
            "weekly@example.org/20260323T120000Z");
    assertThat(read.activities())
        .filteredOn(each -> each.getId().startsWith("frogs"))
        .allMatch(each -> each.getContext().orElse("").equals("calendars"))
        .hasSize(1);
    assertThat(read.unreadable())
        .extracting(UnreadableItem::reason)
        .containsExactlyInAnyOrder(
            "event 2 of lunch.ics: expected a time in DTSTART, found none",
            "empty.ics: expected an iCalendar object with events, found none");
  }

  @Test
  void instancesComeIntoTheWindowWithoutAChange() throws Exception {
    Cursor end = read(Cursor.START).end();

    now = now.plus(Duration.ofDays(14));
    ReadThrough later = read(end);

    assertThat(ids(later))
        .containsExactly(
            "weekly@example.org/20260330T120000Z", "weekly@example.org/20260406T120000Z");
    assertThat(read(later.end()).activities()).isEmpty();
  }

  @Test
  void aChangeIsPublishedWithALaterRevisionEvenIfItStatesNone() throws Exception {
    ReadThrough first = read(Cursor.START);
    long before = revision(first, "frogs@example.org");

    write("work.ics", FROGS.replace("PARTSTAT=ACCEPTED", "PARTSTAT=DECLINED") + WEEKLY);
    ReadThrough changed = read(first.end());

    assertThat(ids(changed)).containsExactly("frogs@example.org");
    assertThat(changed.activities().getFirst().getTowards())
        .extracting("kind")
        .containsExactly("declined");
    assertThat(revision(changed, "frogs@example.org")).isGreaterThan(before);
  }

  @Test
  void aNewExportOfTheSameIsNoChange() throws Exception {
    Cursor end = read(Cursor.START).end();

    write("work.ics", (FROGS + WEEKLY).replace("DTSTAMP:2026", "DTSTAMP:2027"));

    assertThat(read(end).activities()).isEmpty();
  }

  @Test
  void anExceptionDeletesAnInstance() throws Exception {
    Cursor end = read(Cursor.START).end();

    write("work.ics", FROGS + WEEKLY.replace("SUMMARY", "EXDATE:20260309T120000Z\nSUMMARY"));
    ReadThrough changed = read(end);

    assertThat(ids(changed)).containsExactly("weekly@example.org/20260309T120000Z");
    assertThat(changed.activities()).allMatch(Activity::getDeleted);
    assertThat(changed.activities().getFirst().getActor()).isEqualTo("email:ann@example.org");
  }

  @Test
  void aMovedInstanceKeepsItsId() throws Exception {
    Cursor end = read(Cursor.START).end();
    String moved =
        WEEKLY
            .replace("RRULE:FREQ=WEEKLY", "RECURRENCE-ID:20260309T120000Z")
            .replace("DTSTART:20260302T120000Z", "DTSTART:20260310T130000Z");

    write("work.ics", FROGS + WEEKLY + moved);
    ReadThrough changed = read(end);

    assertThat(ids(changed)).containsExactly("weekly@example.org/20260309T120000Z");
    assertThat(changed.activities().getFirst().getAt()).isEqualTo("2026-03-10T13:00:00Z");
    assertThat(changed.activities().getFirst().getDeleted()).isFalse();
  }

  @Test
  void anEventThatIsInNoFileAnyMoreIsDeletedAndMayComeBack() throws Exception {
    ReadThrough first = read(Cursor.START);

    write("work.ics", WEEKLY);
    ReadThrough removed = read(first.end());
    write("work.ics", FROGS + WEEKLY);
    ReadThrough restored = read(removed.end());

    assertThat(removed.activities()).hasSize(1).allMatch(Activity::getDeleted);
    assertThat(restored.activities()).hasSize(1).noneMatch(Activity::getDeleted);
    assertThat(revision(restored, "frogs@example.org"))
        .isGreaterThan(revision(removed, "frogs@example.org"));
  }

  @Test
  void anEventThatMovesToAnotherFileStays() throws Exception {
    Cursor end = read(Cursor.START).end();

    write("work.ics", WEEKLY);
    write("home/frogs.ics", FROGS);
    ReadThrough moved = read(end);

    assertThat(moved.activities()).noneMatch(Activity::getDeleted);
  }

  @Test
  void aPageThatWasNotCommittedIsReadAgain() throws Exception {
    Cursor end = read(Cursor.START).end();
    write("work.ics", WEEKLY);

    List<Activity> lost = connector().read(end).activities();
    List<Activity> again = read(end).activities();

    assertThat(lost).hasSize(1);
    assertThat(again).isEqualTo(lost);
  }

  @Test
  void ifTheFileOfWhatWasPublishedIsLostEverythingIsPublishedAgain() throws Exception {
    ReadThrough first = read(Cursor.START);
    connector().close();

    Files.delete(folder.resolve("state/agenda.meetings"));
    ReadThrough again = read(first.end());

    assertThat(again.activities()).containsExactlyInAnyOrderElementsOf(first.activities());
  }

  private static long revision(ReadThrough read, String id) {
    return read.activities().stream()
        .filter(each -> each.getId().equals(id))
        .findFirst()
        .orElseThrow()
        .getRevision();
  }
}
