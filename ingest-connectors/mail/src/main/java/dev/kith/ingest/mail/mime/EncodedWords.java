package dev.kith.ingest.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes non-ASCII text in header fields (RFC 2047), also words cut inside a character, blanks and
 * question marks inside a word, a missing end, a truncated base64.
 */
public final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([\\w.:+-]+)(?:\\*[\\w-]*)?\\?([bBqQ])\\?(.*?)(?:\\?=|$)");

  /** RFC 2047 allows 75 characters; some programs write whole names and addresses. */
  private static final int MAX_LENGTH = 2_000;

  private EncodedWords() {}

  /** The text with every encoded word decoded; what cannot be decoded stays as it is. */
  public static String decode(String text) {
    return text.contains("=?") ? new Decoder(text).decode() : text;
  }

  /** Where the encoded word ends that begins at {@code start}, or -1 if none does. */
  public static int endOf(String text, int start) {
    int end = Math.min(text.length(), start + MAX_LENGTH);
    Matcher word = WORD.matcher(text).region(start, end);
    return word.lookingAt() && text.startsWith("?=", word.end() - 2) ? word.end() : -1;
  }

  /**
   * Joins the bytes of adjacent words of one charset, because characters may be cut between them.
   */
  private static final class Decoder {
    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String charset;

    Decoder(String text) {
      this.text = text;
    }

    String decode() {
      Matcher word = WORD.matcher(text);
      int end = 0;
      while (word.find()) {
        between(text.substring(end, word.start()));
        word(word.group(1).toLowerCase(Locale.ROOT), word.group(2), word.group(3));
        end = word.end();
      }
      flush();
      return decoded.append(text, end, text.length()).toString();
    }

    private void between(String gap) {
      if (charset == null || !gap.isBlank()) {
        flush();
        decoded.append(gap);
      }
    }

    private void word(String wordCharset, String encoding, String content) {
      if (charset == null || !isSame(wordCharset, charset)) {
        flush();
        charset = wordCharset;
      }
      pending.writeBytes(
          encoding.equalsIgnoreCase("b") ? base64(content) : quotedPrintable(content));
    }

    private static boolean isSame(String one, String other) {
      return one.equals(other)
          || (CharsetDetector.charset(one).isPresent()
              && CharsetDetector.charset(one).equals(CharsetDetector.charset(other)));
    }

    private void flush() {
      if (charset != null) {
        decoded.append(CharsetDetector.decode(pending.toByteArray(), charset));
        pending.reset();
        charset = null;
      }
    }
  }

  /** In the alphabet of URLs, too; the library drops the last bytes unless they are padded. */
  private static byte[] base64(String content) {
    return bytes(
        new Base64InputStream(
            input(content.replace('-', '+').replace('_', '/') + "==="), DecodeMonitor.SILENT));
  }

  private static byte[] quotedPrintable(String content) {
    String escaped = content.replace("_", "=20").replace(" ", "=20");
    return bytes(new QuotedPrintableInputStream(input(escaped), DecodeMonitor.SILENT));
  }

  private static InputStream input(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(InputStream decoded) {
    try (decoded) {
      return decoded.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
