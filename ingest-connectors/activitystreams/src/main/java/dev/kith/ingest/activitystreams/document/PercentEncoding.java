package dev.kith.ingest.activitystreams.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.net.PercentEscaper;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoding of addresses (RFC 3986 §2, RFC 3987 §3.1). */
final class PercentEncoding {
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");
  private static final Pattern OCTET_OR_TEXT = Pattern.compile("%(\\p{XDigit}{2})|[^%]+|%");
  private static final Pattern NORMAL = Pattern.compile("[\\w.~/:@?#!$&'()*+,;=\\[\\]-]*");
  private static final Pattern UNRESERVED = Pattern.compile("[\\w.~-]");

  /** Leaves what may stand in a path, a query or a fragment as it is. */
  private static final PercentEscaper ESCAPER = new PercentEscaper("-._~/:@?#!$&'()*+,;=[]", false);

  private PercentEncoding() {}

  /** What the encoded text says; the text itself where that is no UTF-8. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    String escaped = STRAY_PERCENT.matcher(text.replace("+", "%2B")).replaceAll("%25");
    String decoded = URLDecoder.decode(escaped, UTF_8);
    return decoded.indexOf('\uFFFD') < 0 ? decoded : text;
  }

  /** The one spelling of a part of an address: ASCII, with nothing encoded that need not be. */
  static String normalize(String part) {
    if (NORMAL.matcher(part).matches()) {
      return part;
    }
    String wellFormed = new String(part.getBytes(UTF_8), UTF_8); // no half surrogate pairs
    return OCTET_OR_TEXT
        .matcher(wellFormed)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? ESCAPER.escape(found.group())
                        : octet(found.group(1))));
  }

  private static String octet(String hex) {
    String character = Character.toString(Integer.parseInt(hex, 16));
    return UNRESERVED.matcher(character).matches() ? character : "%" + hex.toUpperCase(Locale.ROOT);
  }
}
