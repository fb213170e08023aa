package dev.kith.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that creates its bytes in chunks while it is read. The server closes the connection at
 * once after an {@link IOException}, but not after any other exception, so every failure is
 * converted to one.
 */
public abstract class ChunkedInputStream extends InputStream {
  private static final Logger LOG = LoggerFactory.getLogger(ChunkedInputStream.class);

  private byte[] chunk = new byte[0];
  private int position;

  /** Creates the next chunk; an empty one ends the stream. */
  protected abstract byte[] nextChunk();

  /** Sets the first chunk; if it is empty, the stream is empty. */
  protected final void begin(byte[] first) {
    chunk = first;
    position = 0;
  }

  @Override
  public final synchronized int read() throws IOException {
    return hasNext() ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public final synchronized int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!hasNext()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean hasNext() throws IOException {
    if (chunk.length > 0 && position == chunk.length) {
      begin(next());
    }
    return chunk.length > 0;
  }

  private byte[] next() throws IOException {
    try {
      return nextChunk();
    } catch (RuntimeException e) {
      LOG.warn("Cut a streamed answer off: {}", e.getMessage());
      throw new IOException("the answer is cut off: " + e.getMessage(), e);
    }
  }
}
