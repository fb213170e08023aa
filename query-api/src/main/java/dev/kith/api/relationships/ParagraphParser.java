package dev.kith.api.relationships;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of a text that a mail program has wrapped to paragraphs. A line break ends a
 * paragraph beside an empty line, before a list item, and if the first word of the next line would
 * have fitted on the line, unless that word continues the sentence.
 *
 * @param text with its line breaks
 */
record ParagraphParser(String text) {
  /** RFC 5322 recommends 78 characters, and many programs break at 72 or before. */
  private static final int USUAL_WIDTH = 60;

  /** Longer lines are not wrapped, so they do not show the width. */
  private static final int WIDEST = 100;

  private static final int LONGEST_FIRST_WORD = 25;
  private static final int LONGEST_GREETING = 30;
  private static final Pattern ITEM = Pattern.compile("([-*+•–—>|]|[0-9]{1,3}[.)])(\\s.*|)");

  /** Each paragraph as one line. */
  List<String> all() {
    List<String> lines = text.lines().map(String::strip).toList();
    int width = Math.max(USUAL_WIDTH, widest(lines));
    List<String> paragraphs = new ArrayList<>();
    var paragraph = new StringBuilder();
    String before = "";
    for (String line : lines) {
      if (!continues(before, line, width)) {
        add(paragraph, paragraphs);
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
      before = line;
    }
    add(paragraph, paragraphs);
    return paragraphs;
  }

  private static int widest(List<String> lines) {
    return lines.stream().mapToInt(String::length).filter(each -> each <= WIDEST).max().orElse(0);
  }

  private static boolean continues(String before, String line, int width) {
    if (before.isEmpty() || line.isEmpty() || ITEM.matcher(line).matches()) {
      return false;
    }
    boolean full = before.length() <= WIDEST && before.length() + 1 + firstWord(line) > width;
    return full || (Character.isLowerCase(line.codePointAt(0)) && !isEnded(before));
  }

  /** Whether a line ends a sentence or is a greeting. */
  private static boolean isEnded(String line) {
    return ".!?:;…".indexOf(line.charAt(line.length() - 1)) >= 0
        || (line.endsWith(",") && line.length() <= LONGEST_GREETING);
  }

  private static int firstWord(String line) {
    int space = line.indexOf(' ');
    return Math.min(space < 0 ? line.length() : space, LONGEST_FIRST_WORD);
  }

  private static void add(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
