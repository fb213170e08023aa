package dev.kith.api.changes;

import java.time.Duration;

/** What changes, in the order of the changes. Used by one thread at a time. */
interface Feed extends AutoCloseable {
  /** What has changed since the last call; waits a moment for something to. */
  Stretch poll(Duration patience);

  /** Makes a waiting {@link #poll} end; from any thread. */
  void stop();

  @Override
  void close();
}
