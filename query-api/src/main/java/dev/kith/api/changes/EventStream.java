package dev.kith.api.changes;

import dev.kith.api.web.Away;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A feed as server-sent events. What changed is looked up a moment later, when it can be expected
 * to be searchable; while the indices are away it waits. A comment now and then shows that the
 * stream is alive, and finds out whether anybody still listens.
 */
final class EventStream extends InputStream {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  /** What changed at one time. */
  private record Batch(List<String> ids, String position, long arrived) {}

  private final Feed feed;
  private final String name;
  private final Duration ripening;
  private final Function<List<String>, List<String>> fitting;
  private final Runnable ended;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private byte[] bytes = COMMENT;
  private int at;
  private boolean open = true;
  private volatile boolean closing;

  /**
   * Follows a feed.
   *
   * @param name of the events
   * @param ripening how long after a change it is looked up
   * @param fitting makes of ids the JSON of those that fit
   * @param ended called once, at the end
   */
  EventStream(
      Feed feed,
      String name,
      Duration ripening,
      Function<List<String>, List<String>> fitting,
      Runnable ended) {
    this.feed = feed;
    this.name = name;
    this.ripening = ripening;
    this.fitting = fitting;
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
      List<String> changed = feed.poll(POLL);
      if (!changed.isEmpty()) {
        waiting.add(
            new Batch(
                changed.stream().distinct().toList(),
                feed.positions().written(),
                System.nanoTime()));
      }
      byte[] events = ripe();
      if (events.length > 0) {
        return events;
      }
      if (System.nanoTime() - start > HEARTBEAT.toNanos()) {
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
      List<String> found = fitting.apply(first.ids());
      waiting.remove();
      var events = new StringBuilder();
      found.forEach(json -> events.append(event(first.position(), json)));
      return events.toString().getBytes(StandardCharsets.UTF_8);
    } catch (Away e) {
      return new byte[0];
    }
  }

  private String event(String position, String json) {
    return "id: " + position + "\nevent: " + name + "\ndata: " + json + "\n\n";
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
