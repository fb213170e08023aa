package dev.kith.ingest.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars of many programs, where somebody has put them. */
class SampleCalendarsTest {
  private static final Path ARCHIVE =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .resolve("fixtures/icalendar-samples.tar.gz");
  private static final ExpansionWindow WINDOW =
      new ExpansionWindow(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), 1_000);

  @TempDir Path folder;

  @Test
  void eachSampleIsReadOrSetAsideWithAReason() throws Exception {
    if (!Files.exists(ARCHIVE)) {
      System.err.println(
          "SKIPPED: sample calendars, for there is no " + ARCHIVE + "; set -Dkith.shared=FOLDER");
    }
    Assumptions.assumeTrue(Files.exists(ARCHIVE), "no sample calendars");
    unpack();
    Map<String, String> withoutEvent = new TreeMap<>();
    Map<String, String> setAside = new TreeMap<>();
    Map<String, Integer> ignored = new TreeMap<>();
    int files = 0;
    int events = 0;
    int instances = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".ics")).sorted().toList()) {
        files++;
        CalendarDocument document =
            CalendarDocument.parse(Files.readAllBytes(file), TestCalendars.PARIS);
        if (document.series().isEmpty()) {
          withoutEvent.put(file.getFileName().toString(), document.others().toString());
        }
        for (EventSeries series : document.series()) {
          try {
            SeriesExpansion expansion = series.expand(WINDOW);
            instances += expansion.instances().size();
            events++;
            expansion.ignored().forEach(reason -> ignored.merge(reason, 1, Integer::sum));
          } catch (InvalidEventException e) {
            setAside.put(file.getFileName() + " " + series.uid().length(), e.getMessage());
          }
        }
      }
    }
    System.out.printf(
        "%d files: %d events with %d instances are read, %d events are set aside %s,"
            + " %d files have no events %s; ignored %s%n",
        files,
        events,
        instances,
        setAside.size(),
        setAside,
        withoutEvent.size(),
        withoutEvent,
        ignored);

    assertThat(files).isGreaterThan(90);
    assertThat(events).isGreaterThan(3_000);
    assertThat(setAside.values()).allMatch(reason -> reason.startsWith("expected "));
    assertThat(withoutEvent.values()).doesNotContain("{}");
  }

  private void unpack() throws IOException, InterruptedException {
    List<String> command =
        List.of("tar", "xzf", ARCHIVE.toAbsolutePath().toString(), "-C", folder.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
