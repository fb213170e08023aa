package dev.kith.e2e;

import java.io.IOException;
import java.nio.file.Path;

/** Creates empty homes below {@code target}, where the files of a failed test can be inspected. */
public final class TestHomes {

  private TestHomes() {}

  public static Path empty(String name) throws IOException, InterruptedException {
    Path home = Path.of("target", "homes", name).toAbsolutePath();
    LauncherCommand.run("down", "--home", home.toString());
    LauncherCommand.run("reset", "--yes", "--home", home.toString());
    return home;
  }
}
