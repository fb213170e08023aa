package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.SourceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An open connection that delivers messages in order. */
public interface EventConnection extends AutoCloseable {
  /**
   * The next message; null if none arrives in time.
   *
   * @throws SourceException if the connection has ended and all its messages are taken
   */
  byte @Nullable [] poll(Duration wait) throws SourceException, InterruptedException;

  @Override
  void close();

  /** Opens connections. */
  interface Opener {
    /**
     * Connects.
     *
     * @param after number of the last event that was read; null to begin with the next event
     */
    EventConnection open(@Nullable Long after, Relevance relevance)
        throws SourceException, InterruptedException;

    /** Whether the server filters the events, so that changes of the filter must be sent to it. */
    boolean isSelective();
  }
}
