package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.SourceException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads events in order. Events with a number that was read before are dropped. */
public final class EventReader implements AutoCloseable {
  private static final byte[] NO_BYTES = {};

  private final NetworkEventStream stream;
  private Relevance relevance = new Relevance(Set.of(), Set.of());
  private NetworkEventStream.@Nullable Connection connection;
  private @Nullable RepoEvent unread;
  private long last;

  /** A reader that is not connected yet. */
  public EventReader(NetworkEventStream stream) {
    this.stream = stream;
  }

  /** Sets the filter of events from now on. */
  public void want(Relevance wanted) {
    if (stream.isSelective() && !wanted.repositories().equals(relevance.repositories())) {
      close();
    }
    relevance = wanted;
  }

  /**
   * Continues after an event; on another connection unless it is the last event that was read.
   *
   * @param seq number of the event; null to begin with what happens from now on
   * @return the number of the event
   */
  public long resume(@Nullable Long seq) throws SourceException, InterruptedException {
    if (connection == null || !Objects.equals(seq, last)) {
      close();
      last = seq == null ? stream.position() : seq;
      connection = stream.open(last, relevance);
    }
    return last;
  }

  /** The next event; null if none arrives in time. */
  public @Nullable RepoEvent next(Duration wait) throws SourceException, InterruptedException {
    RepoEvent event = unread == null ? receive(wait) : unread;
    unread = null;
    while (event != null && event.number().orElse(Long.MAX_VALUE) <= last) {
      event = receive(wait);
    }
    last = event == null ? last : event.number().orElse(last);
    return event;
  }

  /** Returns an event without a number again at the next read. */
  public void unread(RepoEvent event) {
    unread = event;
  }

  private @Nullable RepoEvent receive(Duration wait) throws SourceException, InterruptedException {
    if (connection == null) {
      return null;
    }
    try {
      byte[] message = connection.poll(wait);
      return message == null ? null : decode(message);
    } catch (SourceException ended) {
      close();
      throw ended;
    }
  }

  private RepoEvent decode(byte[] message) {
    return message.length == 0
        ? new RepoEvent.Undecodable(
            OptionalLong.empty(),
            NO_BYTES,
            "application/octet-stream",
            "expected an event of at most 8 MiB, found a greater one")
        : stream.decode(message, relevance);
  }

  /** Ends the connection; {@link #resume} opens another. */
  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
    unread = null;
  }
}
