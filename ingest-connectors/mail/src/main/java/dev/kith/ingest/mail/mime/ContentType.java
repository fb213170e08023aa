package dev.kith.ingest.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * A Content-Type or Content-Disposition: a value and parameters, with the continuations and
 * charsets of RFC 2231, and with encoded words, which are not allowed there.
 *
 * @param value lower case, empty if none is given
 * @param parameters by lower-case name, decoded
 */
public record ContentType(String value, Map<String, String> parameters) {
  private static final Pattern CONTINUED = Pattern.compile("([\\w-]+)\\*(\\d+)\\*?");

  private static final int MAX_LENGTH = 8_000;

  public static ContentType parse(String written) {
    ByteSequence field =
        ContentUtil.encode(
            StandardCharsets.ISO_8859_1, CharsetDetector.truncate(written, MAX_LENGTH));
    RawBody parsed =
        RawFieldParser.DEFAULT.parseRawBody(field, new ParserCursor(0, field.length()));
    Map<String, String> raw = new TreeMap<>();
    for (NameValuePair each : parsed.getParams()) {
      if (each.getValue() != null) {
        raw.putIfAbsent(each.getName().strip().toLowerCase(Locale.ROOT), each.getValue());
      }
    }
    return new ContentType(parsed.getValue().strip().toLowerCase(Locale.ROOT), decoded(raw));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static Map<String, String> decoded(Map<String, String> raw) {
    Map<String, String> decoded = new TreeMap<>();
    for (String name : raw.keySet()) {
      Matcher continued = CONTINUED.matcher(name);
      if (continued.matches()) {
        decoded.computeIfAbsent(continued.group(1), base -> extended(joined(base, raw)));
      } else if (name.endsWith("*")) {
        decoded.put(name.substring(0, name.length() - 1), extended(raw.getOrDefault(name, "")));
      } else {
        String text =
            EncodedWords.decode(HeaderFields.decodeUnlabelled(raw.getOrDefault(name, "")));
        decoded.putIfAbsent(name, CharsetDetector.oneLine(text));
      }
    }
    return decoded;
  }

  /** {@code name*0*=utf-8''a; name*1=b}: the pieces in order. */
  private static String joined(String base, Map<String, String> raw) {
    var joined = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      String piece = raw.getOrDefault(base + "*" + i + "*", raw.get(base + "*" + i));
      if (piece == null) {
        break;
      }
      joined.append(piece);
    }
    return joined.toString();
  }

  private static String extended(String value) {
    String[] parts = value.split("'", 3);
    boolean labelled = parts.length == 3;
    String text =
        CharsetDetector.decode(percent(labelled ? parts[2] : value), labelled ? parts[0] : null);
    return CharsetDetector.oneLine(text);
  }

  private static byte[] percent(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toByteArray();
  }
}
