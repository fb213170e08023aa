package dev.kith.ingest.http;

import dev.kith.ingest.SourceException.Unavailable;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open stream of server-sent events. A virtual thread reads events into a bounded buffer, so
 * that a connector can poll with a timeout.
 */
public final class EventSource implements AutoCloseable {
  private static final int MAX_BUFFERED = 256;
  private static final int MAX_LINE_BYTES = 4 * 1024 * 1024;

  private final String name;
  private final InputStream body;
  private final Duration idleTimeout;
  private final BlockingQueue<ServerSentEvent> events = new ArrayBlockingQueue<>(MAX_BUFFERED);
  private final EventBuffer buffer = new EventBuffer();
  private volatile long lastLineAt = System.nanoTime();
  private volatile @Nullable String end;
  private final Thread reader;

  EventSource(String name, InputStream body, Duration idleTimeout) {
    this.name = name;
    this.body = body;
    this.idleTimeout = idleTimeout;
    this.reader = Thread.ofVirtual().name("events").start(this::read);
  }

  /**
   * The next event; empty if none arrives within the wait.
   *
   * @throws Unavailable if the stream has ended, or nothing arrived within the idle timeout
   */
  public Optional<ServerSentEvent> poll(Duration wait) throws Unavailable, InterruptedException {
    ServerSentEvent event = events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    if (event != null) {
      return Optional.of(event);
    }
    String ended = end;
    if (ended != null && events.isEmpty()) {
      throw new Unavailable("%s: expected further events, found %s".formatted(name, ended), null);
    }
    if (System.nanoTime() - lastLineAt > idleTimeout.toNanos()) {
      close();
      throw new Unavailable(
          "%s: expected a line within %s, found none".formatted(name, idleTimeout), null);
    }
    return Optional.empty();
  }

  private void read() {
    try (var bytes = new BufferedInputStream(body)) {
      for (String line = line(bytes); line != null; line = line(bytes)) {
        lastLineAt = System.nanoTime();
        Optional<ServerSentEvent> event = buffer.add(line);
        if (event.isPresent()) {
          events.put(event.get());
        }
      }
      end = "its end";
    } catch (IOException e) {
      end = "a failed connection (" + e.getClass().getSimpleName() + ")";
    } catch (InterruptedException e) {
      end = "it closed by this reader";
    }
  }

  /** A line without its terminator, which is LF or CR LF; null at the end of the stream. */
  private static @Nullable String line(InputStream bytes) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = bytes.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = bytes.read()) {
      line.write(next);
      if (line.size() > MAX_LINE_BYTES) {
        throw new IOException("a line of more than " + MAX_LINE_BYTES + " bytes");
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() {
    reader.interrupt();
    try {
      body.close();
    } catch (IOException _) { // there is nothing left to release
      return;
    }
  }
}
