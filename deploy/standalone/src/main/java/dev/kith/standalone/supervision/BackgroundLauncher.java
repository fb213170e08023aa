package dev.kith.standalone.supervision;

import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.client.ProgressMonitor;
import dev.kith.standalone.home.ApiPort;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.HomeLock;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.Terminal;
import dev.kith.standalone.terminal.TerminalDisplay;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs everything in a background process, which outlives the command. */
public final class BackgroundLauncher {

  private static final long POLL_INTERVAL_MILLIS = 200;
  private static final long SECONDS_TO_HAND_OVER = 10;

  private BackgroundLauncher() {}

  public static int start(
      Home home,
      HomeLock lock,
      Inputs inputs,
      Configuration configuration,
      ApiPort port,
      PrintStream out)
      throws IOException, InterruptedException {
    Path log = home.logs().resolve("kith.log");
    Files.createDirectories(home.logs());
    Files.createDirectories(home.run());
    Files.deleteIfExists(home.run().resolve("url"));
    Process supervisor =
        new ProcessBuilder(command(home, configuration, port))
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    lock.handOver(home, supervisor.toHandle());
    String url = awaitUrl(home, supervisor, log);
    out.println("Kith is ready at " + url);
    long sources = Configuration.sources(configuration.settings()) + inputs.count();
    try (ApiClient api = new ApiClient(url, home.token())) {
      new ProgressMonitor(api, home, sources, new TerminalDisplay(out, Terminal.isThere()))
          .untilReadOrWaiting(supervisor::isAlive);
    }
    if (!supervisor.isAlive()) {
      throw new CommandException(
          "Kith was stopped before everything was read; its last line: " + lastLine(log));
    }
    return 0;
  }

  /**
   * The command in a session of its own, if the system supports it, so that it does not end with
   * the terminal.
   */
  private static List<String> command(Home home, Configuration configuration, ApiPort port) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add("trap '' INT HUP; command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"");
    command.add("sh");
    command.add(ProcessHandle.current().info().command().orElse("java"));
    for (String flag : List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")) {
      command.add(flag);
    }
    for (String property : LauncherProperties.PROPERTIES) {
      Optional.ofNullable(System.getProperty(property))
          .ifPresent(value -> command.add("-D" + property + "=" + value));
    }
    command.add("-D%s=%d".formatted(HomeLock.LOCK_TIMEOUT, SECONDS_TO_HAND_OVER));
    command.addAll(List.of("-cp", LauncherProperties.classPath(), LauncherProperties.MAIN_CLASS));
    command.addAll(List.of("up", "--home", home.folder().toString()));
    if (!configuration.file().equals(home.configuration())) {
      command.addAll(List.of("--config", configuration.file().toString()));
    }
    if (!port.requested() && !port.isUsual()) {
      command.addAll(List.of("--port", "0"));
    }
    if (port.requested()) {
      command.addAll(List.of("--port", Integer.toString(port.number())));
    }
    return command;
  }

  private static String awaitUrl(Home home, Process supervisor, Path log)
      throws IOException, InterruptedException {
    while (supervisor.isAlive()) {
      Path url = home.run().resolve("url");
      if (Files.exists(url)) {
        return Files.readString(url).strip();
      }
      Thread.sleep(POLL_INTERVAL_MILLIS);
    }
    throw new CommandException(lastLine(log).replaceFirst("^kith: ", ""));
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.stream()
        .filter(line -> line.startsWith("kith: "))
        .reduce((first, last) -> last)
        .orElseGet(() -> lines.isEmpty() ? "no word of why" : lines.getLast());
  }
}
