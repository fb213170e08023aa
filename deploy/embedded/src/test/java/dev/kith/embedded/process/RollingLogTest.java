package dev.kith.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLogTest {

  @TempDir Path folder;

  @Test
  void whatWasLoggedBeforeAStartIsKept() throws Exception {
    Path file = folder.resolve("part.log");

    for (String line : new String[] {"first run", "second run"}) {
      try (RollingLog log = new RollingLog(file)) {
        log.write(line);
      }
    }

    assertThat(file).content().isEqualTo("first run\nsecond run\n");
  }

  @Test
  void aLargeFileMovesAsideAndOnlyAFewStay() throws Exception {
    Path file = folder.resolve("part.log");
    String line = "x".repeat(1 << 20);

    try (RollingLog log = new RollingLog(file)) {
      for (int i = 0; i < 60; i++) {
        log.write(line);
      }
    }

    try (var files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("part.log", "part.log.1", "part.log.2", "part.log.3");
    }
  }
}
