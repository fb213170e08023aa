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

  /** Cut or filled up to a column's width. */
  static String column(String text, int width) {
    String cut = text.length() > width ? text.substring(0, width - 1) + "…" : text;
    return cut + " ".repeat(width - cut.length());
  }
}
