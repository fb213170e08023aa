package dev.kith.strength;

import dev.kith.clients.StepRunner;

/** The strength step as a service of its own. */
public final class Application {
  private Application() {}

  /** Starts it; settings come from the environment and the command line. */
  public static void main(String[] arguments) {
    StepRunner.run(Application.class, arguments);
  }
}
