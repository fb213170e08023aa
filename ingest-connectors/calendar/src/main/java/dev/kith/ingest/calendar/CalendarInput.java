package dev.kith.ingest.calendar;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** {@code kith up --ics FILE|DIR…}: iCalendar files. */
public final class CalendarInput implements InputOption {
  @Override
  public String option() {
    return "--ics";
  }

  @Override
  public String network() {
    return "calendar";
  }

  @Override
  public String valueName() {
    return "FILE|DIR";
  }

  @Override
  public String description() {
    return "calendars: iCalendar files (.ics), folders of them";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    Path path = InputPath.existing(value, "an iCalendar file or a folder of them");
    String start = InputPath.start(path).toUpperCase(Locale.ROOT);
    if (!Files.isDirectory(path) && !start.contains("BEGIN:V")) {
      throw new InvalidInputException(
          "expected an iCalendar file (BEGIN:VCALENDAR), found something else");
    }
    return path.toString();
  }

  @Override
  public String label(String location) {
    return InputOption.lastPart(location).replaceAll("(?i)\\.(ics|ical|vcs)$", "");
  }
}
