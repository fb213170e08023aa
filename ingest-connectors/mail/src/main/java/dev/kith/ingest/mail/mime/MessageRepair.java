package dev.kith.ingest.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs the line ends, the beginning and the boundaries of a document, so that its header and its
 * parts are found. A document without such faults is returned as it is.
 */
public final class MessageRepair {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)\\bboundary\\s*=\\s*(?:\"([^\"\\r\\n]{1,200})\"|([^\\s;\"]{1,200}))");
  private static final int MAX_BOUNDARIES = 100;
  private static final int MAX_HEADER_LENGTH = 256 * 1024;

  private final byte[] document;
  private final ByteArrayOutputStream repaired = new ByteArrayOutputStream();
  private final List<byte[]> boundaries = new ArrayList<>();
  private int copied;
  private int headerStart;
  private int typeStart = -1;
  private int partStart = -1;
  private boolean inHeader = true;

  private MessageRepair(byte[] document) {
    this.document = document;
  }

  static byte[] repair(byte[] document) {
    byte[] lines = withPlainLineEnds(document);
    int start = start(lines);
    byte[] begun = start == 0 ? lines : Arrays.copyOfRange(lines, start, lines.length);
    return new MessageRepair(begun).withBlankLines();
  }

  /** The bytes of a document after its header, one character per byte. */
  public static String bodyOf(byte[] document) {
    String text = new String(repair(document), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    int blank = text.indexOf("\n\n");
    return blank < 0 ? "" : text.substring(blank + 2);
  }

  /** CR CR LF becomes CR LF, and a lone CR becomes LF in a document without any LF. */
  private static byte[] withPlainLineEnds(byte[] document) {
    boolean feeds = false;
    boolean returns = false;
    for (int i = 0; i < document.length; i++) {
      if (document[i] == '\n') {
        feeds = true;
        if (i > 1 && document[i - 1] == '\r' && document[i - 2] == '\r') {
          return withSingleReturns(document);
        }
      }
      returns |= document[i] == '\r';
    }
    return returns && !feeds ? withLineFeeds(document) : document;
  }

  private static byte[] withSingleReturns(byte[] document) {
    var single = new ByteArrayOutputStream(document.length);
    for (int i = 0; i < document.length; ) {
      int end = i;
      while (end < document.length && document[end] == '\r') {
        end++;
      }
      boolean lineEnd = end > i && end < document.length && document[end] == '\n';
      int from = lineEnd ? end - 1 : i;
      int to = Math.max(end, i + 1);
      single.write(document, from, to - from);
      i = to;
    }
    return single.toByteArray();
  }

  private static byte[] withLineFeeds(byte[] document) {
    byte[] fed = document.clone();
    for (int i = 0; i < fed.length; i++) {
      fed[i] = fed[i] == '\r' ? (byte) '\n' : fed[i];
    }
    return fed;
  }

  /**
   * Where the first field begins: behind a byte order mark, a From line, blank and folded lines.
   */
  private static int start(byte[] document) {
    int from = startsWithMark(document) ? 3 : 0;
    if (isField(document, from)) {
      return from;
    }
    var window = new LookaheadBuffer(new ByteArrayInputStream(document), 0);
    HeaderDetector header = HeaderDetector.of(window, from);
    return header.isHeader() ? header.start() : from;
  }

  private static boolean startsWithMark(byte[] document) {
    return document.length > 2
        && (document[0] & 0xFF) == 0xEF
        && (document[1] & 0xFF) == 0xBB
        && (document[2] & 0xFF) == 0xBF;
  }

  private static boolean isField(byte[] document, int from) {
    int at = from;
    while (at < document.length && document[at] > ' ' && document[at] != ':') {
      at++;
    }
    while (at < document.length && (document[at] == ' ' || document[at] == '\t')) {
      at++;
    }
    return at > from && at < document.length && document[at] == ':';
  }

  /** Inserts the missing blank line where a part begins inside a header. */
  private byte[] withBlankLines() {
    for (int at = 0; at < document.length; ) {
      int end = lineEnd(at);
      if (inHeader) {
        headerLine(at, end);
      } else if (isBoundary(at, end)) {
        boundary(at, end);
      }
      if (!inHeader && boundaries.isEmpty()) {
        break;
      }
      at = end;
    }
    if (copied == 0) {
      return document;
    }
    repaired.write(document, copied, document.length - copied);
    return repaired.toByteArray();
  }

  private void headerLine(int at, int end) {
    if (isBlank(at, end) || at - headerStart > MAX_HEADER_LENGTH) {
      inHeader = endHeader(at);
      headerStart = end;
    } else if (startsWithDashes(at)) {
      endHeader(at);
      if (isBoundary(at, end)) {
        insertLine(at);
        boundary(at, end);
      }
    } else if (at == partStart && !isField(document, at) && !isFolded(at)) {
      inHeader = isContentField(end, "content-");
      if (!inHeader) {
        insertLine(at);
      }
    } else if (isContentField(at, "content-type")) {
      typeStart = at;
    }
  }

  /** Collects the boundaries of a header; returns whether another header follows. */
  private boolean endHeader(int end) {
    if (typeStart < 0) {
      return false;
    }
    String type = new String(document, typeStart, end - typeStart, StandardCharsets.ISO_8859_1);
    typeStart = -1;
    Matcher boundary = BOUNDARY.matcher(type);
    while (boundary.find() && boundaries.size() < MAX_BOUNDARIES) {
      String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
      boundaries.add(("--" + text.stripTrailing()).getBytes(StandardCharsets.ISO_8859_1));
    }
    return type.toLowerCase(Locale.ROOT).contains("message/rfc822");
  }

  private void boundary(int at, int end) {
    inHeader = !isLast(at, end);
    headerStart = end;
    partStart = end;
  }

  private void insertLine(int at) {
    if (at > copied) {
      repaired.write(document, copied, at - copied);
      repaired.write('\n');
      copied = at;
    }
  }

  private boolean isBoundary(int at, int end) {
    return startsWithDashes(at) && boundaries.stream().anyMatch(b -> isBoundary(b, at, end));
  }

  private boolean isBoundary(byte[] boundary, int at, int end) {
    int to = at + boundary.length;
    if (to > end || !Arrays.equals(document, at, to, boundary, 0, boundary.length)) {
      return false;
    }
    String rest = new String(document, to, end - to, StandardCharsets.ISO_8859_1).strip();
    return rest.isEmpty() || rest.equals("--");
  }

  private boolean isLast(int at, int end) {
    String line = new String(document, at, end - at, StandardCharsets.ISO_8859_1).strip();
    return line.endsWith("--")
        && boundaries.stream()
            .noneMatch(b -> line.equals(new String(b, StandardCharsets.ISO_8859_1)));
  }

  private boolean startsWithDashes(int at) {
    return at + 1 < document.length && document[at] == '-' && document[at + 1] == '-';
  }

  private boolean isFolded(int at) {
    return document[at] == ' ' || document[at] == '\t';
  }

  /** Whether the line at {@code at} begins with {@code name}, in any case. */
  private boolean isContentField(int at, String name) {
    boolean fits = at + name.length() < document.length;
    if (!fits || (document[at] | 0x20) != name.charAt(0)) {
      return false;
    }
    return new String(document, at, name.length(), StandardCharsets.ISO_8859_1)
        .equalsIgnoreCase(name);
  }

  private boolean isBlank(int at, int end) {
    int length = end - at;
    boolean narrow = length == 1 && document[at] == '\n';
    return narrow || (length == 2 && document[at] == '\r' && document[at + 1] == '\n');
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < document.length && document[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, document.length);
  }
}
