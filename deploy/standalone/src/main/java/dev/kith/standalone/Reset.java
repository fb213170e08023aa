package dev.kith.standalone;

import dev.kith.embedded.Trees;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kith reset}: forgets everything. */
@Command(
    name = "reset",
    description = "Stop and delete everything that Kith has read and remembered.",
    mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Home kept = home.home();
    if (!Files.exists(kept.run())) {
      System.out.println("There is nothing of Kith in " + kept.folder());
      return 0;
    }
    if (!yes && !agreed(kept)) {
      System.out.println("Nothing was deleted");
      return Kith.REFUSED;
    }
    var supervisor = kept.supervisor().running();
    if (supervisor.isPresent()) {
      Down.stop(supervisor.get());
    }
    RunningPorts.of(kept)
        .elsewhere()
        .ifPresent(folder -> Trees.delete(java.nio.file.Path.of(folder)));
    for (String name : new String[] {"data", "logs", "run", "demo", "settings.json"}) {
      Trees.delete(kept.folder().resolve(name));
    }
    System.out.println("Deleted everything of Kith in " + kept.folder());
    return 0;
  }

  private static boolean agreed(Home kept) {
    return Terminal.ask(
            "Delete everything that Kith has read, in %s? Type yes: ".formatted(kept.folder()))
        .orElseThrow(
            () ->
                new Refusal(
                    "reset: expected somebody to ask, found no terminal; say --yes to delete "
                        + kept.folder()))
        .strip()
        .equals("yes");
  }
}
