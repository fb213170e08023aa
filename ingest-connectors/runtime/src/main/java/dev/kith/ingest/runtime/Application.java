package dev.kith.ingest.runtime;

import dev.kith.clients.StepRunner;

/** Runs the connectors on the class path as a separate service. */
public final class Application {
  private Application() {}

  /** Reads every source configured under {@code kith.sources}. */
  public static void main(String[] args) {
    StepRunner.run(Application.class, args);
  }
}
