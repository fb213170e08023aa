package dev.kith.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Everything runs for as long as this process does. */
final class Foreground {

  private Foreground() {}

  static int run(
      Home home,
      HomeLock lock,
      Inputs inputs,
      Configuration configuration,
      ApiPort port,
      PrintStream out)
      throws IOException, InterruptedException {
    home.supervisor().write(ProcessHandle.current());
    Screen screen = new Screen(out, Terminal.isThere());
    Supervisor supervisor =
        new Supervisor(home, inputs, configuration, port, Memories.usual(), screen);
    Thread stop = new Thread(() -> stop(home, lock, supervisor, screen), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    supervisor.start();
    try (Api api = new Api(supervisor.url(), home.token())) {
      screen.say("Kith is ready at " + supervisor.url());
      Thread.ofPlatform()
          .daemon()
          .name("progress")
          .start(
              () -> {
                new ProgressWatch(api, home, supervisor.sources(), screen).untilRead();
                new TroubleWatch(api, screen).untilStopped();
              });
      supervisor.watchOver();
      return 0;
    }
  }

  /** The home is somebody else's again only when nothing writes to it any more. */
  private static void stop(Home home, HomeLock lock, Supervisor supervisor, Screen screen) {
    screen.say("Stopping Kith");
    supervisor.close();
    try {
      home.rememberToken(Optional.empty());
      home.supervisor().delete();
    } catch (IOException stays) {
      // A pid file without its process does no harm.
    }
    lock.close();
    screen.say("Kith has stopped");
  }
}
