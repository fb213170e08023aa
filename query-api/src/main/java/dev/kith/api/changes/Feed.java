package dev.kith.api.changes;

import java.time.Duration;
import java.util.List;

/** The keys of what changes, in the order of the changes. Used by one thread at a time. */
interface Feed extends AutoCloseable {
  /** What has changed since the last call; waits a moment for something to. */
  List<String> poll(Duration patience);

  /** How far it was followed. */
  Positions positions();

  /** Makes a waiting {@link #poll} end; from any thread. */
  void stop();

  @Override
  void close();
}
