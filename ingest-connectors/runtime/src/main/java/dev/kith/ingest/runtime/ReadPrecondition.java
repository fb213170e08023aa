package dev.kith.ingest.runtime;

import java.util.Optional;

/**
 * Decides whether sources may be read now. A program that runs Kafka on the same machine provides a
 * bean, for example to stop reading before the disk is full. Without a bean, sources are always
 * read.
 */
public interface ReadPrecondition {

  /** Why nothing may be read now, as a message for a person; empty if sources may be read. */
  Optional<String> obstacle();
}
