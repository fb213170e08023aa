package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code deploy/kith} in a fresh clone, with a build that does nothing. */
class ScriptTest {
  private static final Path SCRIPT = Path.of("../kith");

  @TempDir Path clone;

  @ParameterizedTest
  @ValueSource(strings = {"resolve", "strength", "suggestions", "up"})
  void theProgressOfTheBuildIsOnStandardError(String command) throws Exception {
    var run = run("[INFO] Building Kith: who is who 0.1.0 [7/9]", command);

    assertThat(Files.readString(run.err)).contains("Building Kith with", "[7/9] Kith: who is who");
    assertThat(Files.readString(run.out)).isEmpty();
  }

  @Test
  void aBuildThatFailsIsToldInOneLineOfStandardError() throws Exception {
    var run = run("[ERROR] no disk", "resolve");

    assertThat(Files.readString(run.err)).contains("[ERROR] no disk", "the build has failed");
    assertThat(Files.readString(run.out)).isEmpty();
    assertThat(run.code).isEqualTo(1);
  }

  private record Run(int code, Path out, Path err) {}

  /** Maven prints a line and fails, so nothing is started afterwards. */
  private Run run(String printed, String command) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(SCRIPT) && Files.isExecutable(Path.of("/bin/sh")));
    Path script = Files.createDirectories(clone.resolve("deploy")).resolve("kith");
    Files.copy(SCRIPT, script);
    Path tools = Files.createDirectories(clone.resolve("tools"));
    Path mvn = tools.resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\necho '" + printed + "'\nexit 1\n", StandardCharsets.UTF_8);
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    Path out = clone.resolve("out");
    Path err = clone.resolve("err");
    var builder =
        new ProcessBuilder("bash", script.toString(), command, "--home", clone.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("KITH_NO_BUILD");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", tools.toString(), (path, mine) -> mine + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }
}
