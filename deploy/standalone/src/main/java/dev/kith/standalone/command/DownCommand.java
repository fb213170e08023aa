package dev.kith.standalone.command;

import dev.kith.standalone.terminal.CommandException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kith down}: stops everything that runs; data is kept. */
@Command(
    name = "down",
    description = "Stop Kith; its data stays in the home folder.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

  private static final long TIMEOUT_SECONDS = 120;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Optional<ProcessHandle> supervisor = homeOption.home().requireUsable().supervisor().running();
    if (supervisor.isEmpty()) {
      System.out.println("Kith does not run in " + homeOption.home().folder());
      return 0;
    }
    stop(supervisor.get());
    System.out.println("Kith has stopped");
    return 0;
  }

  static void stop(ProcessHandle supervisor) throws InterruptedException, ExecutionException {
    if (!supervisor.destroy() && supervisor.isAlive()) {
      throw new CommandException(
          "cannot stop Kith (process %d), which belongs to %s; stop it as that user"
              .formatted(supervisor.pid(), supervisor.info().user().orElse("another user")));
    }
    try {
      supervisor.onExit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException hangs) {
      throw new CommandException(
          "expected Kith (process %d) to stop, but it has not after %d s; see its logs or: kill -9 %d"
              .formatted(supervisor.pid(), TIMEOUT_SECONDS, supervisor.pid()),
          hangs);
    }
  }
}
