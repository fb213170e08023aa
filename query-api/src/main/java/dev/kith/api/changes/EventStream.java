package dev.kith.api.changes;

import dev.kith.api.changes.Stretch.Change;
import dev.kith.api.error.ServiceUnavailable;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A feed as server-sent events, each with the position from which the next one is told. What
 * changed is looked up a moment later, when it can be expected to be searchable; while the indices
 * are away it waits. What was told before and does not fit any more is told as gone. A comment now
 * and then shows that the stream is alive, and finds out whether anybody still listens.
 */
final class EventStream extends InputStream {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final String GONE = "gone";

  /** How many of the things that were told are remembered. */
  private static final int MOST_TOLD = 10_000;

  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  /** What changed at one time. */
  private record Batch(Stretch stretch, long arrived) {}

  private final Feed feed;
  private final String name;
  private final Duration ripening;
  private final Duration heartbeat;
  private final ChangeLookup lookup;
  private final Runnable ended;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final LinkedHashSet<String> told = new LinkedHashSet<>();
  private byte[] bytes = COMMENT;
  private int at;
  private boolean open = true;
  private volatile boolean closing;

  /**
   * Follows a feed.
   *
   * @param name of the events
   * @param ripening how long after a change it is looked up
   * @param heartbeat how long it is silent at most
   * @param lookup says what to tell
   * @param ended called once, at the end
   */
  EventStream(
      Feed feed,
      String name,
      Duration ripening,
      Duration heartbeat,
      ChangeLookup lookup,
      Runnable ended) {
    this.feed = feed;
    this.name = name;
    this.ripening = ripening;
    this.heartbeat = heartbeat;
    this.lookup = lookup;
    this.ended = ended;
  }

  @Override
  public synchronized int read() {
    return filled() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public synchronized int read(byte[] into, int from, int most) {
    Objects.checkFromIndexSize(from, most, into.length);
    if (most == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int count = Math.min(most, bytes.length - at);
    System.arraycopy(bytes, at, into, from, count);
    at += count;
    return count;
  }

  private boolean filled() {
    if (at < bytes.length) {
      return true;
    }
    at = 0;
    try {
      bytes = next();
    } catch (WakeupException | InterruptException e) {
      bytes = new byte[0];
    }
    return bytes.length > 0;
  }

  private byte[] next() {
    long start = System.nanoTime();
    while (!closing) {
      Stretch changed = feed.poll(POLL);
      if (!changed.changes().isEmpty()) {
        waiting.add(new Batch(changed, System.nanoTime()));
      }
      byte[] events = ripe();
      if (events.length > 0) {
        return events;
      }
      if (System.nanoTime() - start > heartbeat.toNanos()) {
        return COMMENT;
      }
    }
    return new byte[0];
  }

  private byte[] ripe() {
    Batch first = waiting.peek();
    if (first == null || System.nanoTime() - first.arrived() < ripening.toNanos()) {
      return new byte[0];
    }
    try {
      String events = events(first.stretch());
      waiting.remove();
      return events.getBytes(StandardCharsets.UTF_8);
    } catch (ServiceUnavailable e) {
      return new byte[0];
    }
  }

  /**
   * What changed several times is told where it changed last, so that nothing before it is lost.
   */
  private String events(Stretch stretch) {
    List<Change> changes = stretch.changes();
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      last.put(changes.get(i).id(), i);
    }
    Map<String, String> fitting = lookup.fitting(List.copyOf(last.keySet()));
    Set<String> ended =
        lookup.ended(changes.stream().filter(each -> !fitting.containsKey(each.id())).toList());
    var events = new StringBuilder();
    for (int i = 0; i < changes.size(); i++) {
      String id = changes.get(i).id();
      if (Integer.valueOf(i).equals(last.get(id))) {
        events.append(event(stretch.after(i + 1), id, fitting.get(id), ended.contains(id)));
      }
    }
    return events.toString();
  }

  private String event(Positions position, String id, @Nullable String fitting, boolean ended) {
    if (fitting != null) {
      remember(id);
      return event(position, name, fitting);
    }
    return told.remove(id) || ended ? event(position, GONE, lookup.gone(id)) : "";
  }

  private void remember(String id) {
    told.remove(id);
    told.add(id);
    if (told.size() > MOST_TOLD) {
      told.removeFirst();
    }
  }

  private static String event(Positions position, String name, String json) {
    return "id: " + position.written() + "\nevent: " + name + "\ndata: " + json + "\n\n";
  }

  /** From any thread: a reader that waits is woken first. */
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
}
