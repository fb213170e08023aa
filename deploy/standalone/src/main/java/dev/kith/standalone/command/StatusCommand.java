package dev.kith.standalone.command;

import dev.kith.embedded.process.ProcessMemory;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.client.ProgressFormatter;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.RecordedPorts;
import dev.kith.standalone.services.ReadingProgress;
import dev.kith.standalone.terminal.TerminalText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kith status}: the state of each part and each source. */
@Command(
    name = "status",
    description = "Show each part and how far each source is read.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

  /** The exit code of LSB init scripts for a program that does not run. */
  private static final int NOT_RUNNING = 3;

  private static final List<String> PARTS =
      List.of("broker", "registry", "elasticsearch", "services", "kith");

  private static final Duration IN_TROUBLE = Duration.ofSeconds(5);

  @Mixin private HomeOption homeOption = new HomeOption();

  @Override
  public Integer call() {
    Home home = homeOption.home().requireUsable();
    if (home.supervisor().running().isEmpty()) {
      System.out.println("Kith does not run in " + home.folder());
      return NOT_RUNNING;
    }
    System.out.println("home           " + home.folder());
    System.out.println("address        " + home.url().orElse("not yet"));
    RecordedPorts ports = RecordedPorts.of(home);
    ports
        .elasticsearchFolder()
        .ifPresent(folder -> System.out.println("elasticsearch  data in " + folder));
    System.out.println();
    System.out.println("part           state   process   port        memory");
    PARTS.forEach(
        part -> System.out.println(line(part, home.part(part).running(), ports.of(part))));
    home.url().ifPresent(url -> showProgress(url, home.token()));
    return 0;
  }

  private static String line(String part, Optional<ProcessHandle> process, String port) {
    return TerminalText.column(part, 15)
        + TerminalText.column(process.isPresent() ? "up" : "down", 8)
        + TerminalText.column(process.map(some -> Long.toString(some.pid())).orElse("-"), 10)
        + TerminalText.column(port, 8)
        + "%10s"
            .formatted(
                process
                    .map(some -> TerminalText.megabytes(ProcessMemory.ofProcess(some.pid())))
                    .orElse("-"));
  }

  private static void showProgress(String url, Optional<String> token) {
    try (ApiClient api = new ApiClient(url, token)) {
      Map<String, String> troubles =
          api.troubles().map(ReadingProgress.Troubles::steps).orElse(Map.of());
      Optional<ReadingProgress> progress =
          troubles.isEmpty() ? api.progress() : api.progressWithin(IN_TROUBLE);
      System.out.println();
      lines(progress, troubles).stream().map(TerminalText::printable).forEach(System.out::println);
    }
  }

  /** The lines about the sources; if a server does not answer, only that is reported. */
  static List<String> lines(Optional<ReadingProgress> progress, Map<String, String> troubles) {
    if (progress.isPresent()) {
      return ProgressFormatter.of(progress.get());
    }
    return troubles.isEmpty()
        ? List.of("the services do not answer right now")
        : troubles.entrySet().stream()
            .map(trouble -> "  %s: %s".formatted(trouble.getKey(), trouble.getValue()))
            .toList();
  }
}
