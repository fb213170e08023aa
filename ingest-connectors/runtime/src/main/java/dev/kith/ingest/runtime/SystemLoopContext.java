package dev.kith.ingest.runtime;

import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.ingest.runtime.status.SourceStatusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The context of a loop outside of tests.
 *
 * @param delays how long to pause
 * @param statuses to which the loop publishes its status
 * @param condition whether the loop may read now
 */
record SystemLoopContext(
    ReadDelays delays, SourceStatusRegistry statuses, Optional<ReadPrecondition> condition)
    implements LoopContext {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Override
  public Optional<String> obstacle() {
    return condition.flatMap(ReadPrecondition::obstacle);
  }

  @Override
  public void tell(SourceStatus status) {
    statuses.put(status);
  }
}
