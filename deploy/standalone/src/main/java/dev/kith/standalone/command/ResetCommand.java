package dev.kith.standalone.command;

import dev.kith.embedded.process.FileTrees;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.HomeLock;
import dev.kith.standalone.home.RecordedPorts;
import dev.kith.standalone.settings.YamlSettings;
import dev.kith.standalone.terminal.CommandFailure;
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

  /** How long to wait for the lock: a launcher ends a moment later than its parts. */
  private static final Duration TIME_TO_END = Duration.ofSeconds(10);

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Home kept = home.home().requireUsable();
    if (!Files.exists(kept.run())) {
      System.out.println("There is nothing of Kith in " + kept.folder());
      return 0;
    }
    if (!yes && !agreed(kept)) {
      System.out.println("Nothing was deleted");
      return CommandFailure.EXIT_CODE;
    }
    // Read before anything is stopped or deleted: a mistake in the file refuses the whole command.
    boolean configured =
        Files.exists(kept.configuration()) && !YamlSettings.read(kept.configuration()).isEmpty();
    var supervisor = kept.supervisor().running();
    if (supervisor.isPresent()) {
      DownCommand.stop(supervisor.get());
    }
    HomeLock lock = HomeLock.take(kept, TIME_TO_END);
    try {
      delete(kept, configured);
    } catch (UncheckedIOException failure) {
      throw new CommandFailure(
          "cannot delete everything in %s: %s".formatted(kept.folder(), failure.getMessage()),
          failure);
    } finally {
      lock.close();
    }
    return 0;
  }

  private static void delete(Home kept, boolean configured) {
    RecordedPorts.of(kept).elsewhere().ifPresent(folder -> FileTrees.delete(Path.of(folder)));
    for (String name :
        List.of(
            "data", "logs", "run", "demo", "settings.json", "sources.json", "version", "lock")) {
      FileTrees.delete(kept.folder().resolve(name));
    }
    if (!configured) {
      FileTrees.delete(kept.configuration());
    }
    System.out.println(
        "Deleted everything of Kith in "
            + kept.folder()
            + (configured ? ", but what you have set: " + kept.configuration() : ""));
  }

  private static boolean agreed(Home kept) {
    return Terminal.ask(
            "Delete everything that Kith has read, in %s? Type yes: ".formatted(kept.folder()))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "reset: expected somebody to ask, found no terminal; say --yes to delete "
                        + kept.folder()))
        .strip()
        .equals("yes");
  }
}
