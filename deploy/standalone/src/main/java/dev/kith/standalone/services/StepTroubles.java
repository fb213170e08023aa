package dev.kith.standalone.services;

import dev.kith.indexing.IndexingStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is in the way of each step. */
@Singleton
final class StepTroubles {

  private static final String INDEXING = "indexing";

  private final IndexingStatus indexing;

  StepTroubles(IndexingStatus indexing) {
    this.indexing = indexing;
  }

  /** What is in the way of a step, in one sentence, if something is. */
  Optional<String> of(String step) {
    return step.equals(INDEXING) ? indexing.trouble() : Optional.empty();
  }

  /** Of all steps. */
  Map<String, String> all() {
    return of(INDEXING).stream().collect(Collectors.toMap(trouble -> INDEXING, trouble -> trouble));
  }
}
