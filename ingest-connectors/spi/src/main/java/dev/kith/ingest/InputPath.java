package dev.kith.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Checks of an input that is a file or a folder, for {@link InputOption#check}. */
public final class InputPath {
  private static final int START_BYTES = 4096;
  private static final int LONGEST_NAME = 60;

  /** The byte order mark of UTF-8, read as Latin-1. */
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private InputPath() {}

  /**
   * The absolute path of what is there and may be read.
   *
   * @param expected such as {@code an mbox file or a Maildir}
   */
  public static Path existing(String value, String expected) throws InvalidInputException {
    Path path = Path.of(value).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new InvalidInputException(
          "expected " + expected + ", found nothing there; check the path");
    }
    if (!Files.isReadable(path)) {
      throw new InvalidInputException(
          "expected " + expected + ", found one that this user may not read");
    }
    return path;
  }

  /**
   * The name of a file as it may stand in the reason of an {@link UnreadableItem}: short, and
   * without what could be an address.
   */
  public static String shown(Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("[^\\p{L}\\p{N} ._-]", "_");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  /**
   * The first bytes of a file as Latin-1, unpacked if they are gzip, without a byte order mark;
   * empty if it is damaged.
   */
  public static String start(Path file) {
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file))) {
      plain.mark(2);
      boolean packed = plain.read() == 0x1F && plain.read() == 0x8B;
      plain.reset();
      InputStream bytes = packed ? new GZIPInputStream(plain) : plain;
      String start = new String(bytes.readNBytes(START_BYTES), ISO_8859_1);
      return start.startsWith(BYTE_ORDER_MARK) ? start.substring(BYTE_ORDER_MARK.length()) : start;
    } catch (IOException damaged) {
      return "";
    }
  }
}
