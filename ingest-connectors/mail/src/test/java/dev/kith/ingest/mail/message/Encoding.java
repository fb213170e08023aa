package dev.kith.ingest.mail.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes bytes as a transfer encoding does, one character per byte. */
final class Encoding {
  private Encoding() {}

  static String of(String encoding, byte[] bytes) {
    return switch (encoding) {
      case "base64" -> Base64.getMimeEncoder().encodeToString(bytes);
      case "quoted-printable" -> quotedPrintable(bytes);
      default -> new String(bytes, StandardCharsets.ISO_8859_1);
    };
  }

  private static String quotedPrintable(byte[] bytes) {
    var text = new StringBuilder();
    for (byte b : bytes) {
      boolean plain = b > ' ' && b != '=';
      text.append(plain ? String.valueOf((char) b) : String.format("=%02X", b & 0xFF));
    }
    return text.toString();
  }
}
