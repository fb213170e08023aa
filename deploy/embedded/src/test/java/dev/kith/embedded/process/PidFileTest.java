package dev.kith.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  @TempDir Path folder;

  @Test
  void aProcessThatStillRunsIsFound() throws Exception {
    PidFile file = new PidFile(folder.resolve("run/me.pid"));

    file.write(ProcessHandle.current());

    assertThat(file.running()).contains(ProcessHandle.current());
  }

  @Test
  void aStrangerWithTheSameIdIsLeftAlone() throws Exception {
    PidFile file = new PidFile(folder.resolve("me.pid"));
    Files.writeString(file.path(), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");

    assertThat(file.running()).isEmpty();
  }

  @Test
  void aDamagedFileNamesNobody() throws Exception {
    PidFile file = new PidFile(folder.resolve("me.pid"));
    Files.writeString(file.path(), "no number");

    assertThat(file.running()).isEmpty();
  }
}
