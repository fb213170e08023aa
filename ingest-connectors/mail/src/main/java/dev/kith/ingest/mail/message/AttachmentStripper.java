package dev.kith.ingest.mail.message;

import dev.kith.ingest.Original;
import dev.kith.ingest.mail.mime.ContentType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The document as received; if it is too long, attachments are replaced by their names. */
final class AttachmentStripper {
  private static final int SMALL_PART = 8 * 1024;
  private static final int MAX_BOUNDARIES = 100;

  private final byte[] document;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(Original.LIMIT);
  private final List<byte[]> boundaries = new ArrayList<>();
  private int at;

  private AttachmentStripper(byte[] document) {
    this.document = document;
  }

  static byte[] strip(byte[] document) {
    if (document.length <= Original.LIMIT) {
      return document;
    }
    return Original.truncate(new AttachmentStripper(document).withoutAttachments());
  }

  private byte[] withoutAttachments() {
    ContentType type = header();
    body(type);
    while (at < document.length && kept.size() <= Original.LIMIT) {
      int from = at;
      int end = lineEnd(from);
      kept.write(document, from, end - from);
      at = end;
      if (isBoundary(from, end)) {
        body(header());
      }
    }
    return kept.toByteArray();
  }

  /** Copies a header; returns the content type of the body that follows. */
  private ContentType header() {
    int from = at;
    while (at < document.length) {
      int end = lineEnd(at);
      boolean blank = isBlank(at, end);
      at = end;
      if (blank) {
        break;
      }
    }
    kept.write(document, from, at - from);
    String header = new String(document, from, at - from, StandardCharsets.ISO_8859_1);
    return ContentType.parse(field(header.replaceAll("\\r?\\n[ \\t]+", " ")));
  }

  private static String field(String header) {
    return header
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("text/plain");
  }

  private void body(ContentType type) {
    if (type.value().startsWith("multipart/") && boundaries.size() < MAX_BOUNDARIES) {
      type.parameter("boundary")
          .ifPresent(b -> boundaries.add(("--" + b).getBytes(StandardCharsets.ISO_8859_1)));
      return;
    }
    int from = at;
    while (at < document.length && !isBoundary(at, lineEnd(at))) {
      at = lineEnd(at);
    }
    int length = at - from;
    boolean words = type.value().startsWith("text/") && length <= Original.LIMIT / 2;
    if (words || length <= SMALL_PART) {
      kept.write(document, from, length);
    } else {
      kept.writeBytes(note(type, length));
    }
  }

  private static byte[] note(ContentType type, int length) {
    String name = type.parameter("name").map(n -> " \"" + n + "\"").orElse("");
    return ("[left out: " + type.value() + name + ", " + length + " bytes]\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private boolean isBoundary(int from, int end) {
    for (byte[] boundary : boundaries) {
      if (end - from >= boundary.length && startsWith(from, boundary)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int from, byte[] prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (document[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank(int from, int end) {
    for (int i = from; i < end; i++) {
      if (document[i] != '\r' && document[i] != '\n') {
        return false;
      }
    }
    return true;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < document.length && document[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, document.length);
  }
}
