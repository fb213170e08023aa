package dev.kith.indexing;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells others in the same process what is in the way of indexing. */
@Singleton
public class IndexingStatus {
  private final Progress progress;

  IndexingStatus(Workshop workshop) {
    this.progress = workshop.progress();
  }

  /** What is in the way, in one sentence, if something is. */
  public Optional<String> trouble() {
    return progress.trouble();
  }
}
