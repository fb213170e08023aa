package dev.kith.ingest.mail.mbox;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream with one very long line between a beginning and an end. */
final class EndlessLine extends InputStream {
  private final long length;
  private final byte[] beginning;
  private final byte[] end;
  private long at;

  EndlessLine(long length, String beginning, String end) {
    this.length = length;
    this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    this.end = end.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    if (at < beginning.length) {
      return copy(beginning, (int) at, target, offset, count);
    }
    long intoLine = at - beginning.length;
    if (intoLine < length) {
      int filled = (int) Math.min(count, length - intoLine);
      Arrays.fill(target, offset, offset + filled, (byte) 'x');
      at += filled;
      return filled;
    }
    return copy(end, (int) (intoLine - length), target, offset, count);
  }

  private int copy(byte[] from, int start, byte[] target, int offset, int count) {
    int copied = Math.min(count, from.length - start);
    if (copied <= 0) {
      return -1;
    }
    System.arraycopy(from, start, target, offset, copied);
    at += copied;
    return copied;
  }
}
