package dev.kith.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarInputTest {
  private final CalendarInput input = new CalendarInput();
  @TempDir private Path folder;

  @Test
  void aCalendarAndAFolderAreTaken() throws Exception {
    Path file = Files.writeString(folder.resolve("work.ics"), "\uFEFFBEGIN:VCALENDAR\n");

    assertThat(input.check(file.toString())).isEqualTo(file.toString());
    assertThat(input.check(folder.toString())).isEqualTo(folder.toString());
    assertThat(input.label(file.toString())).isEqualTo("work");
  }

  @Test
  void somethingElseIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("work.ics"), "<html>");

    assertThatThrownBy(() -> input.check(file.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("BEGIN:VCALENDAR");
  }
}
