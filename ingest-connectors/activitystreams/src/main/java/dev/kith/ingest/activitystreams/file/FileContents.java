package dev.kith.ingest.activitystreams.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What is in a file, unpacked if it is compressed, whatever its name. */
final class FileContents {
  private static final int BUFFER = 1 << 16;

  private FileContents() {}

  public static InputStream of(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return isCompressed(file) ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** By its first two bytes. */
  static boolean isCompressed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0x1F && in.read() == 0x8B;
    }
  }
}
