package dev.kith.ingest.mail.mime;

import java.util.Base64;

/** Base64 that may hold garbage: what is no base64 is passed over, a broken tail is dropped. */
final class LenientBase64 {
  private static final int GROUP = 4;

  private LenientBase64() {}

  static byte[] decode(String text) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        clean.append(c == '-' ? '+' : c == '_' ? '/' : c);
      }
    }
    if (clean.length() % GROUP == 1) {
      clean.setLength(clean.length() - 1);
    }
    return Base64.getDecoder().decode(clean.toString());
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_';
  }
}
