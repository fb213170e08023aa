package dev.kith.ingest.bluesky.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Unavailable;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket with a bounded queue of messages. While the queue is full, no more messages are
 * requested (backpressure). A connection on which nothing arrives, not even a pong, is closed.
 */
final class WebSocketStream implements NetworkEventStream.Connection {
  private static final int MAX_QUEUED = 2_000;
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final byte[] TOO_LARGE = {};
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
  private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean isPaused = new AtomicBoolean();
  private final WebSocket socket;
  private volatile @Nullable String end;
  private volatile long lastArrival = System.nanoTime();
  private volatile long lastPing = lastArrival;

  private WebSocketStream(URI address) throws SourceException, InterruptedException {
    try {
      this.socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .header("User-Agent", "Kith")
              .buildAsync(address, new Receiver())
              .get(CONNECT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | CompletionException e) {
      client.shutdownNow();
      throw new Unavailable(
          "expected a stream of events at %s, found no connection".formatted(address.getHost()), e);
    }
  }

  /**
   * Connects to the address.
   *
   * @param hello first message to the server; null for none
   */
  static NetworkEventStream.Connection connect(URI address, @Nullable String hello)
      throws SourceException, InterruptedException {
    var stream = new WebSocketStream(address);
    if (hello != null) {
      var _ = stream.socket.sendText(hello, true).exceptionally(failure -> stream.socket);
    }
    return stream;
  }

  @Override
  public byte @Nullable [] poll(Duration wait) throws SourceException, InterruptedException {
    byte[] message = queue.poll();
    if (message == null && end == null) {
      checkAlive();
      message = queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
    resume();
    if (message == null && end != null) {
      message = queue.poll();
      if (message == null) {
        throw new Unavailable("expected a lasting stream of events, found " + end, null);
      }
    }
    return message;
  }

  private void resume() {
    if (queue.size() < MAX_QUEUED / 2 && isPaused.compareAndSet(true, false)) {
      socket.request(1);
    }
  }

  private void checkAlive() {
    long now = System.nanoTime();
    if (now - lastArrival > 3 * QUIET.toNanos() && !isPaused.get()) {
      ended("a silent connection");
      socket.abort();
    } else if (now - lastArrival > QUIET.toNanos() && now - lastPing > QUIET.toNanos()) {
      lastPing = now;
      var _ = socket.sendPing(ByteBuffer.allocate(0)).exceptionally(failure -> socket);
    }
  }

  private void ended(String reason) {
    if (end == null) {
      end = reason;
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }

  /** Joins the fragments of messages; called by one thread at a time. */
  private final class Receiver implements WebSocket.Listener {
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private boolean isTooLarge;

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      return received(from, bytes, last);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      return received(from, part.toString().getBytes(UTF_8), last);
    }

    private @Nullable CompletionStage<?> received(WebSocket from, byte[] part, boolean last) {
      lastArrival = System.nanoTime();
      isTooLarge |= parts.size() + part.length > LARGEST;
      if (!isTooLarge) {
        parts.writeBytes(part);
      }
      if (last) {
        queue.add(isTooLarge ? TOO_LARGE : parts.toByteArray());
        parts.reset();
        isTooLarge = false;
      }
      if (queue.size() < MAX_QUEUED) {
        from.request(1);
      } else {
        isPaused.set(true);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer content) {
      lastArrival = System.nanoTime();
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended("its end with code " + code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      ended("a failed connection (%s)".formatted(failure.getClass().getSimpleName()));
    }
  }
}
