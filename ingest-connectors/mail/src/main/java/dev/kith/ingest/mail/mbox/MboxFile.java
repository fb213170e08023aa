package dev.kith.ingest.mail.mbox;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An mbox file, compressed or not, with fingerprints that tell whether it was replaced. */
public final class MboxFile {
  /** How many bytes of a file's start are compared to tell that it is the same file. */
  static final int HEAD = 1024;

  /** How many bytes before the end of reading are compared. */
  static final int TAIL = 256;

  private static final int GLANCE = 1024 * 1024;
  private static final int START = 64 * 1024;
  private static final int BUFFER = 64 * 1024;

  private final Path path;
  private final boolean packed;

  private MboxFile(Path path, boolean packed) {
    this.path = path;
    this.packed = packed;
  }

  static MboxFile of(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
      return new MboxFile(path, packed);
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
    String start = start();
    boolean gitStyle = MboxReader.isGitStyle(start.lines().findFirst().orElse(""));
    boolean carriageReturns = start.indexOf('\r') >= 0 && start.indexOf('\n') < 0;
    return new MboxReader(open(offset, carriageReturns), offset, format, gitStyle);
  }

  /** Whether the file holds mail in UTF-16, as an editor may have saved it. */
  boolean isUtf16Mbox() throws IOException {
    return isUtf16(start());
  }

  /** Whether the first bytes of a file, one character each, are {@code From} in UTF-16. */
  public static boolean isUtf16(String start) {
    String text = start.replaceFirst("^(?:\u00FF\u00FE|\u00FE\u00FF)", "");
    return text.startsWith("F\u0000r\u0000o\u0000m\u0000")
        || text.startsWith("\u0000F\u0000r\u0000o\u0000m");
  }

  private InputStream open(long offset, boolean carriageReturns) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      InputStream in =
          packed ? new GZIPInputStream(new BufferedInputStream(file, BUFFER), BUFFER) : file;
      in.skipNBytes(offset);
      return carriageReturns ? new LineFeeds(in) : in;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** How the file begins, one character per byte, without a byte order mark and blank lines. */
  private String start() throws IOException {
    if (size() == 0) {
      return "";
    }
    try (InputStream in = open(0, false)) {
      String text = new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
      return text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    } catch (IOException e) {
      return ""; // a damaged file is told of where it is read
    }
  }

  /** Lines that end in a carriage return alone, as old Macintosh programs write them. */
  private static final class LineFeeds extends FilterInputStream {
    LineFeeds(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      return read == '\r' ? '\n' : read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = in.read(target, from, length);
      for (int i = from; i < from + read; i++) {
        target[i] = target[i] == '\r' ? (byte) '\n' : target[i];
      }
      return read;
    }
  }

  /** A checksum of {@code length} bytes of the file from {@code from} on. */
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
