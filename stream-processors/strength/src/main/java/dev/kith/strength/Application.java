package dev.kith.strength;

import io.micronaut.runtime.Micronaut;

/** The strength step as a service of its own. */
public final class Application {
  private Application() {}

  /** Starts it; settings come from the environment and the command line. */
  public static void main(String[] arguments) {
    Micronaut.build(arguments).mainClass(Application.class).start();
  }
}
