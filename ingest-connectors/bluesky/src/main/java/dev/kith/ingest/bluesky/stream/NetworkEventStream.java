package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.SourceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One kind of stream of events: how it is opened, and what its messages mean. */
public interface NetworkEventStream {
  /**
   * The number of an event before everything that happens from now on. It is known before the first
   * event, so that a reader that ends before that event continues with it.
   */
  long position() throws SourceException, InterruptedException;

  /** Connects to the events after a number. */
  Connection open(long after, Relevance relevance) throws SourceException, InterruptedException;

  /** Whether the server sends only what is relevant, so that it has to be told of changes. */
  boolean isSelective();

  /** The event in the message; never fails. Records that are not wanted may be left out. */
  RepoEvent decode(byte[] message, Relevance relevance);

  /** An open connection that delivers messages in their order. */
  interface Connection extends AutoCloseable {
    /**
     * The next message; null if none arrives in time.
     *
     * @throws SourceException if the connection has ended and all its messages are taken
     */
    byte @Nullable [] poll(Duration wait) throws SourceException, InterruptedException;

    @Override
    void close();
  }
}
