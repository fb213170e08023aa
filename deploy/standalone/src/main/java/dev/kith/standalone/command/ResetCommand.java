package dev.kith.standalone.command;

import dev.kith.embedded.process.FileTrees;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.HomeLock;
import dev.kith.standalone.home.RecordedPorts;
import dev.kith.standalone.settings.YamlSettings;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kith reset}: stops Kith and deletes what it has stored. */
@Command(
    name = "reset",
    description = "Stop and delete everything that Kith has read and remembered.",
    mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {

  /** How long to wait for the lock: the launcher ends a moment after its parts. */
  private static final Duration TIME_TO_END = Duration.ofSeconds(10);

  @Mixin private HomeOption homeOption = new HomeOption();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Home home = homeOption.home().requireUsable();
    if (!Files.exists(home.run())) {
      System.out.println("There is nothing of Kith in " + home.folder());
      return 0;
    }
    if (!yes && !agreed(home)) {
      System.out.println("Nothing was deleted");
      return CommandException.EXIT_CODE;
    }
    // Read before anything is stopped or deleted, so that a mistake in the file changes nothing.
    boolean configured =
        Files.exists(home.configuration()) && !YamlSettings.read(home.configuration()).isEmpty();
    var supervisor = home.supervisor().running();
    if (supervisor.isPresent()) {
      DownCommand.stop(supervisor.get());
    }
    HomeLock lock = HomeLock.take(home, TIME_TO_END);
    try {
      delete(home, configured);
    } catch (UncheckedIOException failure) {
      throw new CommandException(
          "cannot delete everything in %s: %s".formatted(home.folder(), failure.getMessage()),
          failure);
    } finally {
      lock.close();
    }
    return 0;
  }

  private static void delete(Home home, boolean configured) {
    RecordedPorts.of(home)
        .elasticsearchFolder()
        .ifPresent(folder -> FileTrees.delete(Path.of(folder)));
    for (String name :
        List.of(
            "data", "logs", "run", "demo", "settings.json", "sources.json", "version", "lock")) {
      FileTrees.delete(home.folder().resolve(name));
    }
    if (!configured) {
      FileTrees.delete(home.configuration());
    }
    System.out.println(
        "Deleted everything of Kith in "
            + home.folder()
            + (configured ? ", but what you have set: " + home.configuration() : ""));
  }

  private static boolean agreed(Home home) {
    return Terminal.ask(
            "Delete everything that Kith has read, in %s? Type yes: ".formatted(home.folder()))
        .orElseThrow(
            () ->
                new CommandException(
                    "reset: expected somebody to ask, found no terminal; say --yes to delete "
                        + home.folder()))
        .strip()
        .equals("yes");
  }
}
