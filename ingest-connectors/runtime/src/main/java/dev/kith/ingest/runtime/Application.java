package dev.kith.ingest.runtime;

import io.micronaut.runtime.Micronaut;
import java.util.Map;

/** Runs the connectors on the class path as a service of their own. */
public final class Application {
  private Application() {}

  /** Reads every source configured under {@code kith.sources}. */
  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).properties(defaults()).start();
  }

  /** Health and metrics are for whoever may reach the port, as in every step. */
  static Map<String, Object> defaults() {
    return Map.of(
        "micronaut.application.name", "ingest-connectors",
        "endpoints.health.details-visible", "ANONYMOUS",
        "endpoints.prometheus.sensitive", false);
  }
}
