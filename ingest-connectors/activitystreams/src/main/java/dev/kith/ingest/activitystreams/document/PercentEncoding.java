package dev.kith.ingest.activitystreams.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of addresses (RFC 3986 §2, RFC 3987 §3.1). */
final class PercentEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED = "-._~";

  /** What may stand in a path, a query or a fragment as it is. */
  private static final String RESERVED = "/:@?#!$&'()*+,;=[]";

  private PercentEncoding() {}

  /** What the encoded text says; the text itself where that is no UTF-8. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    byte[] written = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < written.length; i++) {
      boolean isEncoded = isEncoded(written, i);
      bytes.write(isEncoded ? octet(written, i) : written[i]);
      i += isEncoded ? 2 : 0;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /** The one spelling of a part of an address: ASCII, with nothing encoded that need not be. */
  static String normalize(String part) {
    if (isNormal(part)) {
      return part;
    }
    var normal = new StringBuilder(part.length());
    byte[] written = part.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < written.length; i++) {
      boolean isEncoded = isEncoded(written, i);
      int each = isEncoded ? octet(written, i) : Byte.toUnsignedInt(written[i]);
      i += isEncoded ? 2 : 0;
      if (isUnreserved(each) || (!isEncoded && isAllowed(each))) {
        normal.append((char) each);
      } else {
        normal.append('%').append(HEX.toHexDigits((byte) each));
      }
    }
    return normal.toString();
  }

  private static boolean isNormal(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (!isAllowed(part.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(int each) {
    return isUnreserved(each) || RESERVED.indexOf(each) >= 0;
  }

  private static boolean isUnreserved(int each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || UNRESERVED.indexOf(each) >= 0;
  }

  private static boolean isEncoded(byte[] text, int at) {
    return text[at] == '%'
        && at + 2 < text.length
        && HexFormat.isHexDigit(text[at + 1])
        && HexFormat.isHexDigit(text[at + 2]);
  }

  private static int octet(byte[] text, int at) {
    return HexFormat.fromHexDigit(text[at + 1]) << 4 | HexFormat.fromHexDigit(text[at + 2]);
  }
}
