package dev.kith.ingest.activitystreams;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, each with where it is; a line that is too long is passed over, not held. */
final class Lines implements Closeable {
  /** Bytes. */
  static final int LONGEST = 16 * 1024 * 1024;

  private final InputStream in;
  private Place next;

  /**
   * Goes on at a place.
   *
   * @param in positioned there
   */
  Lines(InputStream in, Place next) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.next = next;
  }

  /**
   * A place between two lines.
   *
   * @param offset bytes before it
   * @param line number of the line that follows, from 1
   */
  record Place(long offset, long line) {
    static final Place START = new Place(0, 1);
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
  record Line(byte[] bytes, Place at, boolean ended, boolean tooLong) {
    boolean isBlank() {
      for (byte each : bytes) {
        if (each != ' ' && each != '\t' && each != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /** Where the next line begins. */
  Place place() {
    return next;
  }

  /** The next line; empty at the end. */
  Optional<Line> read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    long length = 0;
    int each = in.read();
    while (each >= 0 && each != '\n') {
      length++;
      if (length <= LONGEST) {
        bytes.write(each);
      }
      each = in.read();
    }
    if (each < 0 && length == 0) {
      return Optional.empty();
    }
    boolean tooLong = length > LONGEST;
    var line = new Line(tooLong ? new byte[0] : bytes.toByteArray(), next, each == '\n', tooLong);
    next = new Place(next.offset() + length + (each == '\n' ? 1 : 0), next.line() + 1);
    return Optional.of(line);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
