package dev.kith.api.search;

import dev.kith.api.error.InvalidParameterException;

/**
 * Refuses text that is displayed differently from its content: control characters and characters
 * that change the reading direction.
 */
public final class PrintableText {
  private PrintableText() {}

  /**
   * Refuses control characters (except tabs and line breaks), characters that change the reading
   * direction, and unpaired surrogates.
   *
   * @param parameter name of the parameter, for errors
   * @throws InvalidParameterException that names the first such character
   */
  public static void check(String parameter, String text) {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (hides(c)) {
        throw InvalidParameterException.because(
            parameter,
            "expected printable text, found the character U+%04X at position %d"
                .formatted(c, at + 1));
      }
      at += Character.charCount(c);
    }
  }

  private static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
      default -> changesDirection(c);
    };
  }

  private static boolean changesDirection(int c) {
    return c == 0x61C
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
