package dev.kith.standalone.services;

import dev.kith.flow.ServerAvailability;
import dev.kith.indexing.IndexingStatus;
import dev.kith.schemas.Steps;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what keeps a step from going on. */
@Singleton
final class StepObstacles {

  private final IndexingStatus indexing;
  private final ServerAvailability servers;

  StepObstacles(IndexingStatus indexing, ServerAvailability servers) {
    this.indexing = indexing;
    this.servers = servers;
  }

  /** The obstacle of a step in one sentence; empty if it has none. */
  Optional<String> of(String step) {
    return step.equals(Steps.INDEXING) ? indexing.trouble() : servers.trouble();
  }

  /** The obstacles of all steps that cannot go on. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    for (String step : Steps.ALL) {
      of(step).ifPresent(trouble -> all.put(step, trouble));
    }
    return all;
  }
}
