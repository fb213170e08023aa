package dev.kith.standalone.terminal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.Locale;

/** Formats numbers and text for people. */
public final class TerminalText {

  private static final long MB = 1L << 20;

  private TerminalText() {}

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public static String megabytes(long bytes) {
    return bytes <= 0 ? "-" : count(bytes / MB) + " MB";
  }

  /**
   * Removes control characters and invisible format characters, except those that join letters of a
   * word, so that text cannot control the terminal or change the reading direction.
   */
  public static String printable(String text) {
    return text.codePoints()
        .filter(TerminalText::isPrintable)
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

  /** Printable text, cut or padded to the width of a column, at character boundaries. */
  public static String column(String text, int width) {
    String shown = printable(text);
    int cells = cells(shown);
    if (cells <= width) {
      return shown + " ".repeat(width - cells);
    }
    int end = 0;
    int used = 0;
    while (used + cells(shown.codePointAt(end)) < width) {
      used += cells(shown.codePointAt(end));
      end = shown.offsetByCodePoints(end, 1);
    }
    return shown.substring(0, end) + "…" + " ".repeat(width - 1 - used);
  }

  private static int cells(String text) {
    return text.codePoints().map(TerminalText::cells).sum();
  }

  /** The width of a character in cells of a terminal. */
  private static int cells(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default ->
          switch (UCharacter.getIntPropertyValue(letter, UProperty.EAST_ASIAN_WIDTH)) {
            case EastAsianWidth.WIDE, EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
          };
    };
  }
}
