package dev.kith.standalone;

import java.util.Locale;

/** Numbers as people read them. */
final class Text {

  private static final long MB = 1L << 20;

  private Text() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String megabytes(long bytes) {
    return bytes <= 0 ? "-" : count(bytes / MB) + " MB";
  }

  /**
   * Without what could steer a terminal or turn the order of letters: control characters, and those
   * that format text without being seen, except what joins letters of a word.
   */
  static String printable(String text) {
    return text.codePoints()
        .filter(Text::isPrintable)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> letter == 0x200C || letter == 0x200D;
      default -> true;
    };
  }

  /** Printable, and cut or filled up to a column's width, between whole characters. */
  static String column(String text, int width) {
    String shown = printable(text);
    int length = shown.codePointCount(0, shown.length());
    return length > width
        ? shown.substring(0, shown.offsetByCodePoints(0, width - 1)) + "…"
        : shown + " ".repeat(width - length);
  }
}
