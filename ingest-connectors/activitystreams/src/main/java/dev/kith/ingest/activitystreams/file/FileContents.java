package dev.kith.ingest.activitystreams.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The content of a file, unpacked if it is compressed, whatever its name. */
final class FileContents {
  private static final int BUFFER = 1 << 16;

  private FileContents() {}

  public static InputStream of(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return isCompressed(file) ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** Whether the first two bytes are those of gzip. */
  static boolean isCompressed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0x1F && in.read() == 0x8B;
    }
  }
}
