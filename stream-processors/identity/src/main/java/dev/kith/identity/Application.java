package dev.kith.identity;

import dev.kith.schemas.StepProgram;

/** The identity step as a process of its own. */
public final class Application {
  private Application() {}

  /** Starts it. */
  public static void main(String... args) {
    StepProgram.run(Application.class, args);
  }
}
