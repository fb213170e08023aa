package dev.kith.strength.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.strength.StrengthRun;
import dev.kith.strength.TestActivities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrengthFileTest {
  /** 2026-03-01T12:00:00Z. */
  private static final long NOON = 1_772_366_400;

  private static final long DAY = 86_400;
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theClosestComeFirst() throws IOException {
    Path file =
        file(
            "src,dst,t",
            "ann,bob," + (NOON - 90 * DAY),
            "cat,ann," + (NOON - 3 * DAY),
            "ann,cat," + (NOON - 2 * DAY));

    assertThat(run(file, NOON)).isZero();

    assertThat(written()).hasSize(3);
    assertThat(written().get(0)).isEqualTo("a,b,strength");
    assertThat(written().get(1)).startsWith("ann,cat,");
    assertThat(written().get(2)).startsWith("ann,bob,");
  }

  @Test
  void itIsTheStrengthOfTheStreams() throws IOException {
    run(file("src,dst,t,type", "ann,bob," + NOON + ",to"), NOON + DAY);

    try (var streams = new StrengthRun()) {
      streams.joins(TestActivities.ANN, "p-ann");
      streams.joins(TestActivities.BOB, "p-bob");
      streams.did(TestActivities.mail("1", TestActivities.ANN, TestActivities.BOB).build());
      var g = streams.published().getFirst().getHalfLives();
      assertThat(strength(written().get(1)))
          .isCloseTo(StrengthRun.FORMULA.strength(g, (NOON + DAY) / 86_400.0), within(1e-9));
    }
  }

  @Test
  void anEmptyResultIsExplainedOnStandardError() throws IOException {
    Path file = file("src,dst,t", "ann,bob," + NOON);

    assertThat(run(file, NOON - DAY)).isZero();

    assertThat(written()).containsExactly("a,b,strength");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(file + " has no interaction of two at or before --at " + (NOON - DAY));
  }

  @Test
  void whatCameLaterAndTalkingToOneselfDoNotCount() throws IOException {
    run(file("src,dst,t", "ann,bob," + (NOON + 1), "ann,ann," + (NOON - DAY)), NOON);

    assertThat(written()).containsExactly("a,b,strength");
  }

  @Test
  void readsCompressedFilesQuotesAndColumnsInAnyOrder() throws IOException {
    Path file = folder.resolve("ties.csv.gz");
    try (var zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
      zipped.write(
          ("type,t,dst,src\nReviewed-by," + NOON + ",\"Bo \"\"B\"\" Lee, Jr\",ann\n")
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(run(file, NOON)).isZero();

    assertThat(written().get(1)).startsWith("\"Bo \"\"B\"\" Lee, Jr\",ann,");
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() throws IOException {
    assertRefused("line 3: expected seconds since 1970", "src,dst,t", "a,b,1", "a,b,noon");
    assertRefused("line 2: expected at least 3 fields, found 2", "src,dst,t", "a,b");
    assertRefused("line 2: expected an id", "src,dst,t", "a,,1");
    assertRefused("line 2: expected a closing quote", "src,dst,t", "a,\"b,1");
    assertRefused("line 1: expected the columns src,dst,t", "from,to,when");
    assertRefused("expected the columns src,dst,t, found nothing");
  }

  @Test
  void aWrongCommandLineEndsWithTwo() throws IOException {
    Path file = file("src,dst,t");

    assertThat(ended("x.csv")).isEqualTo(2);
    assertThat(ended(file.toString(), "--at", "noon")).isEqualTo(2);
    assertThat(ended(file.toString(), "--at", NOON + "000")).isEqualTo(2);
    assertThat(ended(file.toString(), "--att", "1")).isEqualTo(2);
    assertThat(ended("--verbose", "--at", "1")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("usage:", "found [x.csv]", "looks like milliseconds (" + NOON + " seconds)");
  }

  @Test
  void aFileThatCannotBeReadEndsWithOne() {
    assertThat(run(folder.resolve("none.csv"), NOON)).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected a file, found none at");
  }

  @Test
  void theMomentMayStandBehindAnEqualsSign() throws IOException {
    Path file = file("src,dst,t", "ann,bob," + NOON);

    assertThat(ended("--at=" + (NOON + DAY), file.toString())).isZero();

    assertThat(written().get(1)).startsWith("ann,bob,");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(ended("--help")).isZero();
    assertThat(written().getFirst()).startsWith("usage:");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    assertThat(run(file("\uFEFFsrc,dst,t", "ann,bob," + NOON), NOON + DAY)).isZero();

    assertThat(written()).hasSize(2);
  }

  @Test
  void millisecondsAreRefusedAndNamed() throws IOException {
    assertRefused(
        "line 2: expected seconds since 1970, found " + NOON + "000, which looks like milliseconds",
        "src,dst,t",
        "ann,bob," + NOON + "000");
  }

  private int ended(String... arguments) {
    return StrengthFile.run(List.of(arguments), stream(out), stream(err));
  }

  private void assertRefused(String message, String... lines) throws IOException {
    err.reset();
    assertThat(run(file(lines), NOON)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
  }

  private int run(Path file, long at) {
    return StrengthFile.run(
        List.of(file.toString(), "--at", Long.toString(at)), stream(out), stream(err));
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("ties.csv"), List.of(lines));
  }

  private List<String> written() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static double strength(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
