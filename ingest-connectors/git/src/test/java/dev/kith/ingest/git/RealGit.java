package dev.kith.ingest.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git command, run in a folder with an author and a clock of our own. */
record RealGit(Path folder) {
  private static final Map<String, String> ALONE =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "Ann Lee",
          "GIT_AUTHOR_EMAIL", "ann@example.org",
          "GIT_COMMITTER_NAME", "Bob",
          "GIT_COMMITTER_EMAIL", "bob@example.org");

  /** Whether there is one. */
  static boolean isInstalled() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void run(String... arguments) throws IOException, InterruptedException {
    runAt(1_000_000_000L, arguments);
  }

  void commit(long second, String message) throws IOException, InterruptedException {
    runAt(second, "commit", "--allow-empty", "-q", "-m", message);
  }

  /** What git prints. */
  String ask(String... arguments) throws IOException, InterruptedException {
    return runAt(1_000_000_000L, arguments);
  }

  private String runAt(long second, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(ALONE);
    builder.environment().put("GIT_AUTHOR_DATE", second + " +0000");
    builder.environment().put("GIT_COMMITTER_DATE", second + " +0000");
    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + said);
    }
    return said;
  }
}
