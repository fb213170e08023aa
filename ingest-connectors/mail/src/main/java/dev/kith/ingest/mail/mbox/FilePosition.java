package dev.kith.ingest.mail.mbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How far a file of an archive has been read.
 *
 * @param path below the archive
 * @param size of the file when its end was reached, -1 before that
 * @param offset where to continue, in uncompressed bytes
 * @param last where the last message read begins
 * @param head fingerprint of the start of the file
 * @param tail fingerprint of what stands before {@code offset}; of a packed file, of its start
 */
record FilePosition(String path, long size, long offset, long last, String head, String tail) {
  private static final int COLUMNS = 6;

  /** The position of a file that has been read up to a place. */
  static FilePosition at(MboxFile file, FilePosition before, long offset, long last, long size)
      throws IOException {
    long shown = file.isPacked() ? file.size() : offset;
    int head = (int) Math.min(MboxFile.HEAD, shown);
    int tail = file.isPacked() ? 0 : (int) Math.min(MboxFile.TAIL, offset);
    return new FilePosition(
        before.path,
        size,
        offset,
        last,
        file.fingerprint(0, head),
        file.fingerprint(offset - tail, tail));
  }

  static FilePosition unread(String path) {
    return new FilePosition(path, -1, 0, 0, "0-0", "0-0");
  }

  /** Whether it is the file that was read, possibly with something appended. */
  boolean isSameFile(MboxFile file) throws IOException {
    return file.size() >= Math.max(size, 0)
        && head.equals(file.fingerprint(0, length(head)))
        && tail.equals(file.fingerprint(offset - length(tail), length(tail)));
  }

  private static int length(String fingerprint) {
    return Integer.parseInt(fingerprint.substring(0, fingerprint.indexOf('-')));
  }

  String format() {
    String name = URLEncoder.encode(path, StandardCharsets.UTF_8);
    return String.join(
        " ", name, Long.toString(size), Long.toString(offset), Long.toString(last), head, tail);
  }

  static FilePosition parse(String line) {
    String[] columns = line.split(" ", COLUMNS);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(
          "expected " + COLUMNS + " columns, found " + columns.length);
    }
    return new FilePosition(
        URLDecoder.decode(columns[0], StandardCharsets.UTF_8),
        Long.parseLong(columns[1]),
        Long.parseLong(columns[2]),
        Long.parseLong(columns[3]),
        columns[4],
        columns[5]);
  }
}
