package dev.kith.ingest.runtime;

import java.time.Duration;
import java.time.Instant;

/**
 * The real surroundings of a loop.
 *
 * @param pace how long to wait when
 * @param statuses where its status is shown
 */
record LiveSurroundings(Pace pace, SourceStatuses statuses) implements Surroundings {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Override
  public void tell(SourceStatus status) {
    statuses.put(status);
  }
}
