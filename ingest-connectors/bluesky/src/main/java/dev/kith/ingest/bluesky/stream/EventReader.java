package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.SourceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in order, and returns them again until the page that they belong to is committed.
 * Events with a number that was read before are dropped.
 */
public final class EventReader implements AutoCloseable {
  private static final byte[] NO_BYTES = {};

  private final NetworkEventStream stream;
  private final List<RepoEvent> uncommitted = new ArrayList<>();
  private final Deque<RepoEvent> waiting = new ArrayDeque<>();
  private Relevance relevance = new Relevance(Set.of(), Set.of());
  private NetworkEventStream.@Nullable Connection connection;
  private @Nullable Long from;
  private @Nullable Long until;

  /** How many events to return again until the page is complete; negative for a new page. */
  private int repeated = -1;

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
   * Continues after an event.
   *
   * @param seq number of the event; null if none was read yet
   * @return false if a new connection was opened
   */
  public boolean resume(@Nullable Long seq) throws SourceException, InterruptedException {
    if (connection != null && isFollowedByWaiting(seq)) {
      uncommitted.clear();
      from = seq;
      until = seq;
      repeated = -1;
      return true;
    }
    if (connection != null && Objects.equals(seq, from)) {
      repeated = uncommitted.size();
      uncommitted.reversed().forEach(waiting::addFirst);
      uncommitted.clear();
      until = from;
      return true;
    }
    close();
    connection = stream.open(seq, relevance);
    from = seq;
    until = seq;
    repeated = -1;
    return false;
  }

  /** Whether the next event to return is the one after this number. */
  private boolean isFollowedByWaiting(@Nullable Long seq) {
    if (Objects.equals(seq, until)) {
      return true;
    }
    return until == null && seq != null && beginning().equals(OptionalLong.of(seq));
  }

  /** The number before the first event in the queue; empty if none has arrived. */
  public OptionalLong beginning() {
    for (RepoEvent event : waiting) {
      if (event.number().isPresent()) {
        return OptionalLong.of(event.number().getAsLong() - 1);
      }
    }
    return OptionalLong.empty();
  }

  /** Queues the events that have arrived, without returning them. */
  public void fetch(Duration wait) throws SourceException, InterruptedException {
    RepoEvent next = waiting.isEmpty() ? receive(wait) : null;
    if (next != null) {
      waiting.addLast(next);
    }
  }

  /** The next event; null if none arrives in time, or at the end of a page that is repeated. */
  public @Nullable RepoEvent next(Duration wait) throws SourceException, InterruptedException {
    while (repeated != 0) {
      RepoEvent event = waiting.isEmpty() ? receive(wait) : waiting.removeFirst();
      if (event == null) {
        return null;
      }
      OptionalLong number = event.number();
      boolean isOld = until != null && number.isPresent() && number.getAsLong() <= until;
      if (!isOld) {
        until = number.isPresent() ? Long.valueOf(number.getAsLong()) : until;
        uncommitted.add(event);
        repeated--;
        return event;
      }
    }
    return null;
  }

  /** Returns the last event again at the next read. */
  public void unread() {
    waiting.addFirst(uncommitted.removeLast());
    repeated++;
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
    waiting.clear();
    uncommitted.clear();
  }
}
