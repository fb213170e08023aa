package dev.kith.standalone;

import java.io.IOException;
import java.io.PrintStream;

/** Everything runs for as long as this process does. */
final class Foreground {

  private Foreground() {}

  static int run(Home home, Inputs inputs, ApiPort port, PrintStream out)
      throws IOException, InterruptedException {
    home.supervisor().write(ProcessHandle.current());
    Supervisor supervisor = new Supervisor(home, inputs, port, Memories.usual(), out);
    Thread stop = new Thread(() -> stop(home, supervisor, out), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    supervisor.start();
    try (Api api = new Api(supervisor.url())) {
      out.println("Kith is ready at " + supervisor.url());
      Thread.ofPlatform()
          .daemon()
          .name("progress")
          .start(new ProgressWatch(api, inputs, out)::untilRead);
      supervisor.watchOver();
      return 0;
    }
  }

  private static void stop(Home home, Supervisor supervisor, PrintStream out) {
    out.println("Stopping Kith");
    supervisor.close();
    try {
      home.supervisor().delete();
    } catch (IOException stays) {
      // A pid file without its process does no harm.
    }
    out.println("Kith has stopped");
  }
}
