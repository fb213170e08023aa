package dev.kith.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.standalone.services.ReadingProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressFormatterTest {

  @Test
  void eachSourceHasItsLineAndTheStepsHaveOne() {
    ReadingProgress progress =
        new ReadingProgress(
            false,
            900,
            List.of(
                new ReadingProgress.Source(
                    "git-kith-00c0ffee", "git", "READING", null, 1200, 900, 1, 5000L, 812.4)),
            List.of(
                new ReadingProgress.Step("identity", 0, null),
                new ReadingProgress.Step("strength", 300, "waits")));

    assertThat(ProgressFormatter.of(progress))
        .containsExactly(
            "  git-kith-00c0ffee                  1,200 read (812/s), 900 indexed, 5,000 to go, 1 set aside, reading",
            "  identity 0 behind, strength 300 behind; 900 searchable",
            "  strength: waits");
  }

  private static String line(
      String state, @Nullable String message, long read, long indexed, long unreadable) {
    ReadingProgress.Source source =
        new ReadingProgress.Source(
            "mail", "mail", state, message, read, indexed, unreadable, 0L, 0);
    return ProgressFormatter.of(new ReadingProgress(true, 0, List.of(source), List.of()))
        .getFirst();
  }

  @Test
  void whyFewerAreIndexedThanWereReadIsSaid() {
    assertThat(line("AT_REST", null, 11_943, 6_760, 0))
        .endsWith(
            "11,943 read, 6,760 indexed (the other 5,183 are repeats or deletions), all read");
    assertThat(line("AT_REST", null, 5, 5, 0)).endsWith("5 read, 5 indexed, all read");
    assertThat(line("READING", null, 50, 5, 0)).doesNotContain("repeats");
  }

  @Test
  void aSourceThatFindsNothingSaysSo() {
    assertThat(line("AT_REST", null, 0, 0, 0)).endsWith("found nothing to read");
    assertThat(line("AT_REST", null, 0, 0, 3)).endsWith("3 set aside, all read");
  }

  @Test
  void aSourceThatWaitsSaysWhatFor() {
    assertThat(line("WAITING", "the disk is full", 5, 5, 0)).endsWith("waiting: the disk is full");
    assertThat(line("WAITING", null, 5, 5, 0)).endsWith("waiting");
  }
}
