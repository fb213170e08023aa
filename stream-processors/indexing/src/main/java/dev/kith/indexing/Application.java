package dev.kith.indexing;

import io.micronaut.runtime.Micronaut;

/** The step as a service of its own. */
public final class Application {
  private Application() {}

  /** Runs until it is told to end. */
  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
