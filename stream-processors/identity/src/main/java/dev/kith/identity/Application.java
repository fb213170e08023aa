package dev.kith.identity;

import dev.kith.clients.StepRunner;

/** The identity step as a process of its own. */
public final class Application {
  private Application() {}

  /** Starts it. */
  public static void main(String... args) {
    StepRunner.run(Application.class, args);
  }
}
