package dev.kith.ingest.mail;

import dev.kith.ingest.Original;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of an mbox one by one, in file order, holding no more than one of them in
 * memory. What is no message is set aside up to the next line that begins one.
 */
final class MboxReader implements Closeable {
  /** Of a longer message only the beginning is read. */
  static final int LONGEST_MESSAGE = 32 * 1024 * 1024;

  private static final int LONGEST_FROM_LINE = 500;
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");
  private static final Pattern HEADER =
      Pattern.compile("^[!-9;-~]{1,100}[ \\t]*:.*", Pattern.DOTALL);
  private static final Pattern WELL_KNOWN =
      Pattern.compile(
          "(?i)^(?:from|return-path|received|date|subject|message-id|to|mime-version|delivered-to|status"
              + "|content-type|sender|reply-to|x-[\\w-]+)[ \\t]*:.*",
          Pattern.DOTALL);

  private final ByteWindow window;
  private final MboxFormat format;
  private final boolean gitStyle;
  private boolean faultTold;

  /**
   * Begins at the start of a message, or at the start of the file.
   *
   * @param in the unpacked bytes from {@code position} on
   * @param gitStyle whether lines as git writes them separate messages here
   */
  MboxReader(InputStream in, long position, MboxFormat format, boolean gitStyle) {
    this.window = new ByteWindow(in, position);
    this.format = format;
    this.gitStyle = gitStyle;
  }

  /** Where the next item begins. */
  long position() {
    return window.position();
  }

  /** Whether a message begins here, blank lines aside. */
  boolean isAtMessage() {
    int at = 0;
    while (window.has(at) && isLineBreak(at)) {
      at++;
    }
    return separator(at, true).isPresent();
  }

  /** Whether a message begins anywhere in the next {@code bytes}. */
  boolean hasMessageWithin(int bytes) {
    int at = 0;
    while (at < bytes && window.has(at)) {
      if (separator(at, true).isPresent()) {
        return true;
      }
      at = window.lineEnd(at, bytes);
    }
    return false;
  }

  /** The next item, or nothing at the end. */
  Optional<MboxItem> next() {
    while (window.has(0) && isLineBreak(0)) {
      window.skip(1);
    }
    if (!window.has(0)) {
      return fault();
    }
    Optional<FromLine> line = separator(0, true);
    return Optional.of(line.isPresent() ? message(line.get()) : junk());
  }

  private boolean isLineBreak(int at) {
    return window.at(at) == '\n' || window.at(at) == '\r';
  }

  /** A broken gzip, or a disk that cannot be read, is told once, where it happens. */
  private Optional<MboxItem> fault() {
    if (window.fault() == null || faultTold) {
      return Optional.empty();
    }
    faultTold = true;
    long at = window.position();
    String reason =
        "expected more data at byte " + at + ", found that the file is cut off or damaged";
    return Optional.of(new MboxItem.Broken(new byte[0], reason, at, at));
  }

  private MboxItem junk() {
    long start = window.position();
    Span span = span(0);
    byte[] bytes = Original.cut(span.bytes());
    window.skip(span.rest());
    String reason =
        "expected a line \"From sender date\" at byte " + start + ", found something else";
    return new MboxItem.Broken(bytes, reason, start, window.position());
  }

  private MboxItem message(FromLine line) {
    long start = window.position();
    window.skip(window.lineEnd(0, LONGEST_FROM_LINE));
    if (!HEADER.matcher(lineAt(0)).matches() && !lineAt(0).startsWith(">From ")) {
      return headless(start);
    }
    int body = bodyStart();
    int counted = format.countsBytes() ? countedEnd(body) : -1;
    Span span = counted >= 0 ? new Span(window.copy(0, counted), counted) : span(body);
    byte[] bytes = format.unquoted(withoutLastBreak(span.bytes(), counted >= 0), counted >= 0);
    window.skip(span.rest());
    return new MboxItem.Message(bytes, line.envelope(), start, window.position());
  }

  private MboxItem headless(long start) {
    Span span = span(0);
    window.skip(span.rest());
    String reason =
        "expected header fields after the line \"From sender date\" at byte "
            + start
            + ", found none";
    return new MboxItem.Broken(Original.cut(span.bytes()), reason, start, window.position());
  }

  /** The blank line before the next separator is the archive's, not the message's. */
  private static byte[] withoutLastBreak(byte[] bytes, boolean counted) {
    int end = bytes.length;
    if (counted || end < 2 || bytes[end - 1] != '\n') {
      return bytes;
    }
    boolean wide = bytes[end - 2] == '\r';
    int before = wide ? end - 3 : end - 2;
    boolean blank = before >= 0 && bytes[before] == '\n';
    return blank ? Arrays.copyOf(bytes, before + 1) : bytes;
  }

  private int bodyStart() {
    int at = 0;
    while (at < LONGEST_MESSAGE && window.has(at)) {
      if (window.at(at) == '\n') {
        return at + 1;
      }
      if (window.at(at) == '\r' && window.has(at + 1) && window.at(at + 1) == '\n') {
        return at + 2;
      }
      if (at > 0 && separator(at, false).isPresent()) {
        return at;
      }
      at = window.lineEnd(at, LONGEST_MESSAGE);
    }
    return at;
  }

  /** Where Content-Length says that the message ends, if a message or nothing follows; else -1. */
  private int countedEnd(int body) {
    String header = new String(window.copy(0, body), StandardCharsets.ISO_8859_1);
    Matcher field = CONTENT_LENGTH.matcher(header);
    int length = field.find() ? Integer.parseInt(field.group(1)) : -1;
    if (length < 0 || length > LONGEST_MESSAGE - body) {
      return -1;
    }
    int end = body + length;
    if (length > 0 && !window.has(end - 1)) {
      return -1;
    }
    int next = end;
    while (next < end + 4 && window.has(next) && isLineBreak(next)) {
      next++;
    }
    return !window.has(next) || separator(next, true).isPresent() ? end : -1;
  }

  /**
   * What was found up to the next separator.
   *
   * @param bytes from the start, no more than fit
   * @param rest how far the window has still to go
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  private record Span(byte[] bytes, int rest) {}

  /** Looks for the next separator after {@code from}; a message too long is let go by. */
  private Span span(int from) {
    byte @Nullable [] head = null;
    boolean afterBlank = false;
    boolean lineStart = from > 0;
    int at = from;
    while (window.has(at)) {
      if (lineStart && separator(at, afterBlank).isPresent()) {
        break;
      }
      int end = window.lineEnd(at, LONGEST_MESSAGE);
      boolean whole = window.at(end - 1) == '\n';
      afterBlank =
          whole && lineStart && (end - at == 1 || (end - at == 2 && window.at(at) == '\r'));
      lineStart = whole;
      at = end;
      if (at >= LONGEST_MESSAGE) {
        head = head == null ? window.copy(0, at) : head;
        window.skip(at);
        at = 0;
      }
    }
    return new Span(head == null ? window.copy(0, at) : head, at);
  }

  /** The separator that stands here, if one does. */
  private Optional<FromLine> separator(int at, boolean afterBlank) {
    if (!window.startsWith(at, FROM)) {
      return Optional.empty();
    }
    String text = lineAt(at);
    Optional<FromLine> line =
        text.length() < LONGEST_FROM_LINE ? FromLine.parse(text) : Optional.empty();
    return line.filter(l -> gitStyle || !l.fromGit()).filter(l -> separates(l, at, afterBlank));
  }

  /** A dated line after a blank one does; else the line below it has to be a header field. */
  private boolean separates(FromLine line, int at, boolean afterBlank) {
    if (line.isDated() && afterBlank) {
      return true;
    }
    String below = lineAt(window.lineEnd(at, at + LONGEST_FROM_LINE));
    return line.isDated()
        ? HEADER.matcher(below).matches()
        : afterBlank && WELL_KNOWN.matcher(below).matches();
  }

  /** The beginning of a line, one character per byte, without its end. */
  private String lineAt(int at) {
    if (!window.has(at)) {
      return "";
    }
    int end = window.lineEnd(at, at + LONGEST_FROM_LINE);
    return new String(window.copy(at, end), StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** Whether the first line is one as git writes it. */
  static boolean isGitStyle(String firstLine) {
    return firstLine
        .toLowerCase(Locale.ROOT)
        .matches("^from [0-9a-f]{40,64} mon sep 17 00:00:00 2001.*");
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
