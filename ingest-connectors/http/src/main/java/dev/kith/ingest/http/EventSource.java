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
 * A stream of server-sent events that stays open. A thread of its own reads ahead a little, so that
 * a connector can wait for a moment and do something else.
 */
public final class EventSource implements AutoCloseable {
  private static final int MAX_AHEAD = 256;
  private static final int LONGEST_LINE = 4 * 1024 * 1024;

  private final String name;
  private final InputStream body;
  private final Duration idleTimeout;
  private final BlockingQueue<ServerSentEvent> events = new ArrayBlockingQueue<>(MAX_AHEAD);
  private final EventBuffer buffer = new EventBuffer();
  private volatile long heard = System.nanoTime();
  private volatile @Nullable String end;
  private final Thread reader;

  EventSource(String name, InputStream body, Duration idleTimeout) {
    this.name = name;
    this.body = body;
    this.idleTimeout = idleTimeout;
    this.reader = Thread.ofVirtual().name("events").start(this::read);
  }

  /**
   * The next event, if one comes within the wait.
   *
   * @throws Unavailable if the stream has ended, or has been silent for too long
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
    if (System.nanoTime() - heard > idleTimeout.toNanos()) {
      close();
      throw new Unavailable(
          "%s: expected a sign of life within %s, found none".formatted(name, idleTimeout), null);
    }
    return Optional.empty();
  }

  private void read() {
    try (var bytes = new BufferedInputStream(body)) {
      for (String line = line(bytes); line != null; line = line(bytes)) {
        heard = System.nanoTime();
        Optional<ServerSentEvent> event = buffer.add(line);
        if (event.isPresent()) {
          events.put(event.get());
        }
      }
      end = "its end";
    } catch (IOException e) {
      end = "a failed connection (" + e.getClass().getSimpleName() + ")";
    } catch (InterruptedException e) {
      end = "it closed";
    }
  }

  /** A line without its end, which is LF or CR LF; null at the end of the stream. */
  private static @Nullable String line(InputStream bytes) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = bytes.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = bytes.read()) {
      line.write(next);
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
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
    } catch (IOException _) { // it is closed in any case
      return;
    }
  }
}
