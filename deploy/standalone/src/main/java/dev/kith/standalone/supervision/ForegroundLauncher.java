package dev.kith.standalone.supervision;

import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.client.ProgressMonitor;
import dev.kith.standalone.client.TroubleMonitor;
import dev.kith.standalone.home.ApiPort;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.HomeLock;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.terminal.Terminal;
import dev.kith.standalone.terminal.TerminalDisplay;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Runs everything until this process ends. */
public final class ForegroundLauncher {

  private ForegroundLauncher() {}

  public static int run(
      Home home,
      HomeLock lock,
      Inputs inputs,
      Configuration configuration,
      ApiPort port,
      PrintStream out)
      throws IOException, InterruptedException {
    home.supervisor().write(ProcessHandle.current());
    TerminalDisplay screen = new TerminalDisplay(out, Terminal.isThere());
    Supervisor supervisor =
        new Supervisor(home, inputs, configuration, port, HeapSizes.usual(), screen);
    Thread stop = new Thread(() -> stop(home, lock, supervisor, screen), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    supervisor.start();
    try (ApiClient api = new ApiClient(supervisor.url(), home.token())) {
      screen.say("Kith is ready at " + supervisor.url());
      Thread.ofPlatform()
          .daemon()
          .name("progress")
          .start(
              () -> {
                new ProgressMonitor(api, home, supervisor.sources(), screen).untilRead();
                new TroubleMonitor(api, screen).untilStopped();
              });
      supervisor.watchOver();
      return 0;
    }
  }

  /** Stops everything; the lock of the home is released after the last write. */
  private static void stop(
      Home home, HomeLock lock, Supervisor supervisor, TerminalDisplay screen) {
    screen.say("Stopping Kith");
    supervisor.close();
    try {
      home.storeToken(Optional.empty());
      home.supervisor().delete();
    } catch (IOException stays) {
      // A pid file without its process does no harm.
    }
    lock.close();
    screen.say("Kith has stopped");
  }
}
