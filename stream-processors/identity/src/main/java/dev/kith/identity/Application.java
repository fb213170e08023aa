package dev.kith.identity;

import io.micronaut.runtime.Micronaut;

/** The identity step as a process of its own. */
public final class Application {
  private Application() {}

  /** Starts it. */
  public static void main(String... args) {
    Micronaut.run(Application.class, args);
  }
}
