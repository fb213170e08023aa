package dev.kith.ingest.mail;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of an archive: how to get at its bytes, packed or not, and to know it again. */
final class ArchiveFile {
  /** How much of a file's start is compared to tell that it is still the same file. */
  static final int HEAD = 1024;

  /** How much before the place where reading stopped. */
  static final int TAIL = 256;

  private static final int GLANCE = 1024 * 1024;
  private static final int BUFFER = 64 * 1024;

  private final Path path;
  private final boolean packed;

  private ArchiveFile(Path path, boolean packed) {
    this.path = path;
    this.packed = packed;
  }

  static ArchiveFile of(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
      return new ArchiveFile(path, packed);
    }
  }

  long size() throws IOException {
    return Files.size(path);
  }

  boolean isPacked() {
    return packed;
  }

  /** Whether the file is empty or holds a message near its start. */
  boolean isMbox() throws IOException {
    if (size() == 0) {
      return true;
    }
    try (MboxReader reader = reader(0, MboxFormat.AUTO)) {
      return reader.hasMessageWithin(GLANCE);
    } catch (EOFException | ZipException e) {
      return false; // says that it is gzip, and is not
    }
  }

  /** A reader from {@code offset} on, counted in unpacked bytes. */
  MboxReader reader(long offset, MboxFormat format) throws IOException {
    boolean gitStyle = MboxReader.isGitStyle(firstLine());
    return new MboxReader(open(offset), offset, format, gitStyle);
  }

  private InputStream open(long offset) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      InputStream in =
          packed ? new GZIPInputStream(new BufferedInputStream(file, BUFFER), BUFFER) : file;
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private String firstLine() throws IOException {
    if (size() == 0) {
      return "";
    }
    try (InputStream in = open(0)) {
      byte[] start = in.readNBytes(200);
      String text = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
      return text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      return ""; // a damaged file is told of where it is read
    }
  }

  /** A checksum of {@code length} bytes as they stand in the file from {@code from} on. */
  String fingerprint(long from, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(path)) {
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // until all are read or the file ends
      }
    }
    var crc = new CRC32();
    crc.update(bytes.array(), 0, bytes.position());
    return bytes.position() + "-" + Long.toHexString(crc.getValue());
  }
}
