package dev.kith.ingest.mail.mbox;

import dev.kith.ingest.Original;
import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.message.RawMail;
import dev.kith.ingest.mail.mime.HeaderDetector;
import dev.kith.ingest.mail.mime.LookaheadBuffer;
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
 * Reads the messages of an mbox one by one, in file order, with at most one of them in memory. Text
 * that is no message is one item up to the next separator.
 */
final class MboxReader implements Closeable {
  private static final int MAX_FROM_LINE_LENGTH = 500;
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");
  private static final Pattern IDENTITY =
      Pattern.compile("(?im)^(?:from|sender|to|cc|bcc|date|subject|message-id)[ \\t]*:");

  /** Some programs write it at the start of each file; files may be joined. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final LookaheadBuffer window;
  private final MboxFormat format;
  private final boolean gitStyle;
  private boolean faultReported;

  /** The last separator found; it ends one message and begins the next. */
  private @Nullable FromLine found;

  private long foundAt = -1;

  /**
   * Begins at the start of a message, or at the start of the file.
   *
   * @param in the unpacked bytes from {@code position} on
   * @param gitStyle whether lines as git writes them separate messages here
   */
  MboxReader(InputStream in, long position, MboxFormat format, boolean gitStyle) {
    this.window = new LookaheadBuffer(in, position);
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
    if (line.isPresent()) {
      return Optional.of(message(line.get()));
    }
    boolean first = window.position() == 0 && HeaderDetector.of(window, 0).isCertain();
    return Optional.of(first ? message(0, MailEnvelope.NONE) : unreadable());
  }

  private boolean isLineBreak(int at) {
    return window.at(at) == '\n' || window.at(at) == '\r';
  }

  /** A damaged gzip file or a read error is reported once, at its position. */
  private Optional<MboxItem> fault() {
    if (window.fault() == null || faultReported) {
      return Optional.empty();
    }
    faultReported = true;
    long at = window.position();
    String reason =
        "expected more data at byte " + at + ", found that the file is cut off or damaged";
    return Optional.of(new MboxItem.Unreadable(new byte[0], reason, at, at));
  }

  private MboxItem unreadable() {
    long start = window.position();
    Span span = span(0);
    byte[] bytes = Original.truncate(span.bytes());
    window.skip(span.rest());
    String reason =
        "expected a line \"From sender date\" at byte " + start + ", found something else";
    return new MboxItem.Unreadable(bytes, reason, start, window.position());
  }

  private MboxItem message(FromLine line) {
    long start = window.position();
    window.skip(window.lineEnd(0, MAX_FROM_LINE_LENGTH));
    return message(start, line.envelope());
  }

  private MboxItem message(long start, MailEnvelope envelope) {
    if (!HeaderDetector.isField(window, 0)) {
      HeaderDetector header = HeaderDetector.of(window, 0);
      if (!header.isHeader()) {
        return headless(start);
      }
      window.skip(header.start());
    }
    int body = bodyStart();
    int counted = format.countsBytes() ? countedEnd(body) : -1;
    Span span = counted >= 0 ? new Span(window.copy(0, counted), counted) : span(body);
    byte[] bytes = format.unquoted(withoutLastBreak(span.bytes(), counted >= 0), counted >= 0);
    window.skip(span.rest());
    return new MboxItem.Message(bytes, envelope, start, window.position());
  }

  private MboxItem headless(long start) {
    Span span = span(0);
    window.skip(span.rest());
    String reason =
        "expected header fields after the line \"From sender date\" at byte "
            + start
            + ", found none";
    return new MboxItem.Unreadable(
        Original.truncate(span.bytes()), reason, start, window.position());
  }

  /** Removes the blank line before the next separator, which belongs to the archive. */
  private static byte[] withoutLastBreak(byte[] bytes, boolean counted) {
    int last = bytes.length - 1;
    if (counted || last < 1 || bytes[last] != '\n') {
      return bytes;
    }
    int before = last - 1;
    while (before >= 0 && bytes[before] == '\r') {
      before--;
    }
    boolean blank = before >= 0 && bytes[before] == '\n';
    return blank ? Arrays.copyOf(bytes, before + 1) : bytes;
  }

  private int bodyStart() {
    int at = 0;
    while (at < RawMail.MAX_LENGTH && window.has(at)) {
      int blank = lineBreakEnd(at);
      if (blank > 0) {
        return blank;
      }
      if (at > 0 && separator(at, false).isPresent() && isWhole(at)) {
        return at;
      }
      at = window.lineEnd(at, RawMail.MAX_LENGTH);
    }
    return at;
  }

  /** Where the line at {@code at} ends if it is empty, else -1. */
  private int lineBreakEnd(int at) {
    int end = at;
    while (window.has(end) && window.at(end) == '\r') {
      end++;
    }
    return window.has(end) && window.at(end) == '\n' ? end + 1 : -1;
  }

  /**
   * Whether the header has an identifying field; a From line inside a header does not end it
   * before.
   */
  private boolean isWhole(int headerEnd) {
    String header = new String(window.copy(0, headerEnd), StandardCharsets.ISO_8859_1);
    return IDENTITY.matcher(header).find();
  }

  /** Where Content-Length says that the message ends, if a message or nothing follows; else -1. */
  private int countedEnd(int body) {
    String header = new String(window.copy(0, body), StandardCharsets.ISO_8859_1);
    Matcher field = CONTENT_LENGTH.matcher(header);
    int length = field.find() ? Integer.parseInt(field.group(1)) : -1;
    if (length < 0 || length > RawMail.MAX_LENGTH - body) {
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
   * The bytes up to the next separator.
   *
   * @param bytes from the start, no more than fit
   * @param rest how far the window has still to go
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  private record Span(byte[] bytes, int rest) {}

  /**
   * Finds the next separator after {@code from}; the rest of a message that is too long is skipped.
   */
  private Span span(int from) {
    byte @Nullable [] head = null;
    boolean afterBlank = false;
    boolean lineStart = from > 0;
    int at = from;
    while (window.has(at)) {
      if (lineStart && separator(at, afterBlank).isPresent()) {
        break;
      }
      int end = window.lineEnd(at, RawMail.MAX_LENGTH);
      boolean whole = window.at(end - 1) == '\n';
      afterBlank = whole && lineStart && isWhite(at, end);
      lineStart = whole;
      at = end;
      if (at >= RawMail.MAX_LENGTH) {
        head = head == null ? window.copy(0, at) : head;
        window.skip(at);
        at = 0;
      }
    }
    return new Span(head == null ? window.copy(0, at) : head, at);
  }

  private boolean isWhite(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = window.at(i);
      if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The separator at {@code at}, if there is one. */
  private Optional<FromLine> separator(int at, boolean afterBlank) {
    if (window.position() + at == foundAt && found != null) {
      return Optional.of(found);
    }
    Optional<FromLine> line = newSeparator(at, afterBlank);
    if (line.isPresent()) {
      found = line.get();
      foundAt = window.position() + at;
    }
    return line;
  }

  private Optional<FromLine> newSeparator(int at, boolean afterBlank) {
    boolean marked = window.startsWith(at, BYTE_ORDER_MARK);
    int from = marked ? at + BYTE_ORDER_MARK.length : at;
    if (!window.startsWith(from, FROM)) {
      return Optional.empty();
    }
    String text = HeaderDetector.line(window, from);
    Optional<FromLine> line =
        text.length() < MAX_FROM_LINE_LENGTH ? FromLine.parse(text) : Optional.empty();
    return line.filter(l -> gitStyle || !l.isFromGit()).filter(l -> separates(l, at, afterBlank));
  }

  /** The less a line looks like a separator, the more the lines below it have to look like mail. */
  private boolean separates(FromLine line, int at, boolean afterBlank) {
    int below = window.lineEnd(at, at + MAX_FROM_LINE_LENGTH);
    boolean known = HeaderDetector.isKnownField(window, below);
    boolean exact = line.form() == FromLine.Form.EXACT || line.isFromGit();
    if (exact && known) {
      return true;
    }
    HeaderDetector header = HeaderDetector.of(window, below);
    if (exact) {
      return header.isLikely() || (afterBlank && !header.isProse());
    }
    boolean clean = afterBlank && known && header.isClean() && line.form() != FromLine.Form.OTHER;
    return clean || header.isCertain();
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
