package dev.kith.ingest.mail.mime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Buffers the bytes after a position of a stream, as far ahead as they are requested. A read error
 * ends the stream and is kept.
 */
public final class LookaheadBuffer implements Closeable {
  private static final int FIRST_SIZE = 256 * 1024;
  private static final int STEP = 64 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int start;
  private int end;
  private long position;
  private boolean ended;
  private @Nullable IOException fault;

  public LookaheadBuffer(InputStream in, long position) {
    this.in = in;
    this.position = position;
  }

  /** Where in the stream the window begins. */
  public long position() {
    return position;
  }

  /** Why the stream ended early, or null. */
  public @Nullable IOException fault() {
    return fault;
  }

  /** Whether there is a byte {@code ahead} bytes from here. */
  public boolean has(int ahead) {
    while (start + ahead >= end && !ended) {
      load();
    }
    return start + ahead < end;
  }

  /** The byte {@code ahead} bytes from here; {@link #has} must have returned true for it. */
  public byte at(int ahead) {
    return buffer[start + ahead];
  }

  /** Where the line of the byte {@code from} ends, after its line feed. */
  public int lineEnd(int from, int limit) {
    int i = from;
    while (i < limit && has(i)) {
      int loaded = Math.min(end - start, limit);
      while (i < loaded) {
        if (buffer[start + i++] == '\n') {
          return i;
        }
      }
    }
    return i;
  }

  /** Whether the bytes {@code ahead} are these. */
  public boolean startsWith(int ahead, byte[] bytes) {
    if (!has(ahead + bytes.length - 1)) {
      return false;
    }
    return Arrays.equals(
        buffer, start + ahead, start + ahead + bytes.length, bytes, 0, bytes.length);
  }

  public byte[] copy(int from, int to) {
    return Arrays.copyOfRange(buffer, start + from, start + to);
  }

  /** Discards the first {@code bytes} of the buffer. */
  public void skip(int bytes) {
    start += bytes;
    position += bytes;
  }

  private void load() {
    if (end + STEP > buffer.length) {
      makeRoom();
    }
    try {
      int read = in.read(buffer, end, buffer.length - end);
      ended = read < 0;
      end += Math.max(read, 0);
    } catch (IOException e) {
      fault = e;
      ended = true;
    }
  }

  private void makeRoom() {
    int kept = end - start;
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, target, 0, kept);
    buffer = target;
    start = 0;
    end = kept;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
