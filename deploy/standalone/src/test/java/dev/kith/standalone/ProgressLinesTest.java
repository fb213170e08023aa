package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.standalone.services.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  @Test
  void eachSourceHasItsLineAndTheStepsHaveOne() {
    Progress progress =
        new Progress(
            false,
            900,
            List.of(
                new Progress.Source(
                    "git-kith-00c0ffee", "git", "READING", null, 1200, 900, 1, 5000L, 812.4)),
            List.of(new Progress.Step("identity", 0), new Progress.Step("strength", 300)));

    assertThat(ProgressLines.of(progress))
        .containsExactly(
            "  git-kith-00c0ffee                  1,200 read (812/s), 900 indexed, 5,000 to go, 1 set aside, reading",
            "  identity 0 behind, strength 300 behind; 900 searchable");
  }
}
