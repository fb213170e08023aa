package dev.kith.indexing;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells others in the same process what is in the way of indexing. */
@Singleton
public class IndexingStatus {
  private final IndexingFactory factory;

  IndexingStatus(IndexingFactory factory) {
    this.factory = factory;
  }

  /** What is in the way, in one sentence, if something is. */
  public Optional<String> trouble() {
    return factory.trouble();
  }
}
