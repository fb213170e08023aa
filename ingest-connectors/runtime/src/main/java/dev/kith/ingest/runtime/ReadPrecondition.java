package dev.kith.ingest.runtime;

import java.util.Optional;

/**
 * Says whether sources may be read now. A program that runs beside its Kafka offers one, for
 * example to stop reading before the disk is full; without one, sources are always read.
 */
public interface ReadPrecondition {

  /** Why nothing may be read now, for a person; empty if all is well. */
  Optional<String> obstacle();
}
