package dev.kith.indexing;

import dev.kith.clients.StepRunner;

/** The step as a service of its own. */
public final class Application {
  private Application() {}

  /** Runs until it is told to end. */
  public static void main(String[] args) {
    StepRunner.run(Application.class, args);
  }
}
