package dev.kith.ingest.runtime;

import dev.kith.ingest.runtime.status.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time and the rest of the process, as a reading loop sees them. */
interface LoopContext {
  /** How long to wait when. */
  ReadDelays delays();

  /** The time. */
  Instant now();

  /** Lets time pass, unless interrupted. */
  void pause(Duration time) throws InterruptedException;

  /** Why nothing may be read now; empty if all is well. */
  Optional<String> obstacle();

  /** Makes a status known in this process. */
  void tell(SourceStatus status);
}
