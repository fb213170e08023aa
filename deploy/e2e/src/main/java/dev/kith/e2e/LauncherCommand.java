package dev.kith.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code deploy/kith} as a user does. */
public final class LauncherCommand {

  /**
   * The result of a command.
   *
   * @param code exit code
   * @param text standard output and standard error
   */
  public record Outcome(int code, String text) {}

  private LauncherCommand() {}

  public static Process start(List<String> arguments) throws IOException {
    return builder(arguments).start();
  }

  /** The command, to be started with output and environment of the caller's own. */
  public static ProcessBuilder builder(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of("../kith").toAbsolutePath().normalize().toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // Maven has just built Kith, and short runs should not spend their time on JIT compilation.
    environment.put("KITH_NO_BUILD", "1");
    if (Boolean.parseBoolean(System.getProperty("kith.quick", "true"))) {
      environment.put("KITH_QUICK", "1");
    }
    return builder;
  }

  public static Outcome run(String... arguments) throws IOException, InterruptedException {
    Process process = start(List.of(arguments));
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }
}
