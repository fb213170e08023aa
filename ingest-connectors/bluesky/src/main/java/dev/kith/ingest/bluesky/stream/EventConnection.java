package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.SourceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An open connection that delivers messages in their order. */
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
     * @param after number of the last event that was read; null for what happens from now on
     */
    EventConnection open(@Nullable Long after, Relevance relevance)
        throws SourceException, InterruptedException;

    /** Whether the server sends only what is relevant, so that it has to be told of changes. */
    boolean isSelective();
  }
}
