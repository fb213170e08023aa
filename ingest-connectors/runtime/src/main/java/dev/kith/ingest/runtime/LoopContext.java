package dev.kith.ingest.runtime;

import dev.kith.ingest.runtime.status.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Clock, pauses, preconditions and status of a reading loop; replaced in tests. */
interface LoopContext {
  /** How long to pause. */
  ReadDelays delays();

  /** The current time. */
  Instant now();

  /** Waits. */
  void pause(Duration time) throws InterruptedException;

  /** Why nothing may be read now; empty if it may. */
  Optional<String> obstacle();

  /** Publishes a status in this process. */
  void tell(SourceStatus status);
}
