package dev.kith.ingest.activitystreams.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads lines as bytes, each with its position; a line that is too long is skipped, not buffered.
 */
public final class LineReader implements Closeable {
  /** Bytes. */
  public static final int LONGEST = 16 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int until;
  private Position next;

  /**
   * Continues at a position.
   *
   * @param in positioned there
   */
  public LineReader(InputStream in, Position next) {
    this.in = in;
    this.next = next;
  }

  /**
   * A position between two lines.
   *
   * @param offset bytes before it
   * @param line number of the line that follows, from 1
   */
  public record Position(long offset, long line) {
    public static final Position START = new Position(0, 1);
  }

  /**
   * One line.
   *
   * @param bytes without its end; empty if it is too long
   * @param at where it begins
   * @param ended whether the end of the line was there, or only the end of the file
   * @param tooLong whether it was passed over
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  public record Line(byte[] bytes, Position at, boolean ended, boolean tooLong) {
    public boolean isBlank() {
      for (byte each : bytes) {
        if (each != ' ' && each != '\t' && each != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /** Where the next line begins. */
  Position place() {
    return next;
  }

  /** The next line; empty at the end. */
  public Optional<Line> read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    long length = 0;
    boolean ended = false;
    while (!ended && isFilled()) {
      int end = endOfLine();
      length += end - from;
      if (length <= LONGEST) {
        bytes.write(buffer, from, end - from);
      }
      ended = end < until;
      from = ended ? end + 1 : end;
    }
    if (!ended && length == 0) {
      return Optional.empty();
    }
    boolean tooLong = length > LONGEST;
    var line = new Line(tooLong ? new byte[0] : bytes.toByteArray(), next, ended, tooLong);
    next = new Position(next.offset() + length + (ended ? 1 : 0), next.line() + 1);
    return Optional.of(line);
  }

  private boolean isFilled() throws IOException {
    if (from == until) {
      from = 0;
      until = Math.max(0, in.read(buffer));
    }
    return from < until;
  }

  private int endOfLine() {
    int end = from;
    while (end < until && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
