package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/kith} in a checkout that is not built. */
class LauncherScriptTest {

  @TempDir Path folder;

  private record Said(int code, String out, String errors) {}

  private Said run(boolean build, String... arguments) throws IOException, InterruptedException {
    Path script = Files.createDirectories(folder.resolve("deploy")).resolve("kith");
    Files.copy(Path.of("../kith"), script);
    Path mvn = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\necho '[INFO] Building Kith: schemas 0.1.0 [1/2]'\n");
    List<String> command = new java.util.ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", mvn.getParent() + ":" + System.getenv("PATH"));
    builder.environment().remove("KITH_NO_BUILD");
    if (!build) {
      builder.environment().put("KITH_NO_BUILD", "1");
    }
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    Process process = builder.redirectError(folder.resolve("errors").toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out, Files.readString(folder.resolve("errors")));
  }

  @Test
  void withoutABuildAndWithoutLeaveToBuildOneLineSaysWhatToDo() throws Exception {
    Said said = run(false, "up");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.errors().strip())
        .startsWith("kith: expected a built Kith in")
        .contains("KITH_NO_BUILD")
        .doesNotContain("\n");
  }

  @Test
  void aBuildTellsNothingOnStandardOutput() throws Exception {
    Said said = run(true, "resolve", "people.csv");

    assertThat(said.out()).isEmpty();
    assertThat(said.errors()).contains("Kith: schemas");
  }
}
