package dev.kith.api.changes;

import dev.kith.api.changes.ChangeFeeds.ChangeFeed;
import dev.kith.api.changes.TopicSlice.Change;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.web.ChunkedInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A change feed as server-sent events, whose ids are the positions to resume from. A change is
 * looked up after a delay, when it can be expected to be searchable; while the indices are
 * unavailable the stream waits. An entity that was sent and no longer matches is sent as gone.
 * Comments keep the connection alive and detect listeners that have left.
 */
final class EventStream extends ChunkedInputStream {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final String GONE = "gone";

  /** How many sent ids are remembered. */
  private static final int MAX_SENT = 10_000;

  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  /** Changes that were read together. */
  private record Batch(TopicSlice slice, long arrived) {}

  private final ChangeFeed feed;
  private final String name;
  private final Duration lookupDelay;
  private final Duration heartbeat;
  private final ChangeLookup lookup;
  private final Runnable ended;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final LinkedHashSet<String> sent = new LinkedHashSet<>();
  private boolean open = true;
  private volatile boolean closing;

  /**
   * Streams a feed.
   *
   * @param name of the events
   * @param lookupDelay time between a change and its lookup
   * @param heartbeat longest time without a byte
   * @param lookup finds the changed documents
   * @param ended called once, at the end
   */
  EventStream(
      ChangeFeed feed,
      String name,
      Duration lookupDelay,
      Duration heartbeat,
      ChangeLookup lookup,
      Runnable ended) {
    this.feed = feed;
    this.name = name;
    this.lookupDelay = lookupDelay;
    this.heartbeat = heartbeat;
    this.lookup = lookup;
    this.ended = ended;
    begin(COMMENT);
  }

  @Override
  protected byte[] nextChunk() {
    try {
      return next();
    } catch (WakeupException | InterruptException e) {
      return new byte[0];
    }
  }

  private byte[] next() {
    long start = System.nanoTime();
    while (!closing) {
      TopicSlice changed = feed.poll(POLL);
      if (!changed.changes().isEmpty()) {
        waiting.add(new Batch(changed, System.nanoTime()));
      }
      byte[] events = dueEvents();
      if (events.length > 0) {
        return events;
      }
      if (System.nanoTime() - start > heartbeat.toNanos()) {
        return COMMENT;
      }
    }
    return new byte[0];
  }

  private byte[] dueEvents() {
    Batch first = waiting.peek();
    if (first == null || System.nanoTime() - first.arrived() < lookupDelay.toNanos()) {
      return new byte[0];
    }
    try {
      String events = events(first.slice());
      waiting.remove();
      return events.getBytes(StandardCharsets.UTF_8);
    } catch (ServiceUnavailable e) {
      return new byte[0];
    }
  }

  /**
   * An entity that changed several times is sent at its last change, so that resuming loses
   * nothing.
   */
  private String events(TopicSlice slice) {
    List<Change> changes = slice.changes();
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      last.put(changes.get(i).id(), i);
    }
    Map<String, String> matching = lookup.matching(List.copyOf(last.keySet()));
    Set<String> ended =
        lookup.ended(changes.stream().filter(each -> !matching.containsKey(each.id())).toList());
    var events = new StringBuilder();
    for (int i = 0; i < changes.size(); i++) {
      String id = changes.get(i).id();
      if (Integer.valueOf(i).equals(last.get(id))) {
        events.append(event(slice.after(i + 1), id, matching.get(id), ended.contains(id)));
      }
    }
    return events.toString();
  }

  private String event(TopicOffsets position, String id, @Nullable String matching, boolean ended) {
    if (matching != null) {
      remember(id);
      return event(position, name, matching);
    }
    return sent.remove(id) || ended ? event(position, GONE, lookup.gone(id)) : "";
  }

  private void remember(String id) {
    sent.remove(id);
    sent.add(id);
    if (sent.size() > MAX_SENT) {
      sent.removeFirst();
    }
  }

  private static String event(TopicOffsets position, String name, String json) {
    return "id: " + position.written() + "\nevent: " + name + "\ndata: " + json + "\n\n";
  }

  /** From any thread; wakes a waiting reader first. */
  @Override
  public void close() {
    closing = true;
    feed.stop();
    synchronized (this) {
      if (open) {
        open = false;
        feed.close();
        ended.run();
      }
    }
  }

  /** Looks up changed documents for one listener. */
  interface ChangeLookup {
    /** Those of these documents that match the search of the listener: JSON by id. */
    Map<String, String> matching(List<String> ids);

    /** The ids of deleted or ended documents of which the listener may know. */
    Set<String> ended(List<Change> changes);

    /** The JSON of an event {@code gone}. */
    String gone(String id);
  }
}
