package dev.kith.api.relationships;

import java.util.Optional;

/** The part of a text that is shown: its beginning, or the first question in it. */
final class Excerpt {
  private static final int LONGEST = 240;
  private static final int SEARCHED = 20_000;
  private static final int FEWEST_LETTERS = 3;
  private static final String MARKS = "?？؟";
  private static final String ENDS = ".!。！" + MARKS;
  private static final String AFTER_A_MARK = "\"'’”»)]*_:,;.!" + MARKS;

  private Excerpt() {}

  /** The beginning of the text. */
  static String of(String text) {
    String shown = text.strip().replaceAll("\\s+", " ");
    if (shown.codePointCount(0, shown.length()) <= LONGEST) {
      return shown;
    }
    int end = shown.offsetByCodePoints(0, LONGEST);
    int space = shown.lastIndexOf(' ', end);
    return shown.substring(0, space > end / 2 ? space : end) + "…";
  }

  /** The first question in a text. A question mark inside a web address does not end one. */
  static Optional<String> question(String text) {
    return new ParagraphParser(text.substring(0, Math.min(text.length(), SEARCHED)))
        .all().stream().flatMap(paragraph -> questionIn(paragraph).stream()).findFirst();
  }

  private static Optional<String> questionIn(String text) {
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKS.indexOf(c) >= 0 && isOver(text, i + 1)) {
        String asked = text.substring(begin, i + 1);
        if (asked.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS) {
          return Optional.of(of(asked));
        }
      }
      if (ENDS.indexOf(c) >= 0 && isOver(text, i + 1)) {
        begin = i + 1;
      }
    }
    return Optional.empty();
  }

  /** Whether a sentence may end before this index. */
  private static boolean isOver(String text, int at) {
    return at >= text.length()
        || Character.isWhitespace(text.charAt(at))
        || AFTER_A_MARK.indexOf(text.charAt(at)) >= 0
        || text.charAt(at - 1) > 0xFF;
  }
}
