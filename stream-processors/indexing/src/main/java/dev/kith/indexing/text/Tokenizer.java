package dev.kith.indexing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a title and a text into words, and says between which of them no phrase can reach. */
final class Tokenizer {
  /** What follows rarely changes what a text is about, and would cost as much again. */
  private static final int MAX_CHARACTERS = 4_000;

  private static final int LONGEST_WORD = 30;

  /** A line that ends before here was ended on purpose. */
  private static final int FULL_LINE = 50;

  private final List<TextToken> words = new ArrayList<>();
  private boolean inTitle;
  private boolean begins;
  private boolean sentence;

  private Tokenizer() {}

  static List<TextToken> of(String title, String text) {
    var words = new Tokenizer();
    words.inTitle = true;
    words.boundary(true);
    words.line(cut(title));
    words.inTitle = false;
    words.text(cut(text));
    return words.words;
  }

  private static String cut(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
  }

  private void text(String text) {
    boundary(true);
    boolean alone = text.strip().indexOf('\n') < 0;
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      String line = text.substring(from, to);
      if (ProseFilter.is(line, alone)) {
        line(line);
        if (line.length() < FULL_LINE) {
          boundary(true);
        }
      } else {
        boundary(true);
      }
      from = to + 1;
    }
  }

  private void line(String line) {
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || isSpace(line.charAt(i))) {
        if (i > from) {
          chunk(line, from, i);
        }
        from = i + 1;
      }
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void boundary(boolean ofSentence) {
    begins = true;
    sentence |= ofSentence;
  }

  /** What stands between two spaces: a word, with punctuation around it; or no prose at all. */
  private void chunk(String line, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && !Character.isLetterOrDigit(line.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(line.charAt(to - 1))) {
      to--;
    }
    if (from > start) {
      boundary(false);
    }
    if (isWord(line, from, to)) {
      add(line.substring(from, to));
    } else {
      boundary(false);
    }
    if (to < end) {
      boundary(endsSentence(line, to, end));
    }
  }

  private static boolean endsSentence(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (".!?:…".indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Letters, digits, hyphens and apostrophes; at least one letter, first. Paths are no words. */
  private static boolean isWord(String line, int from, int to) {
    if (to == from || to - from > LONGEST_WORD || !Character.isLetter(line.charAt(from))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '\'' && c != '’') {
        return false;
      }
    }
    return true;
  }

  private void add(String written) {
    String word = Apostrophes.without(written);
    if (!word.isEmpty()) {
      boolean name = isName(word, sentence);
      words.add(new TextToken(word.toLowerCase(Locale.ROOT), name, inTitle, begins));
    }
    begins = false;
    sentence = false;
  }

  private static boolean isName(String word, boolean first) {
    if (!first && Character.isUpperCase(word.charAt(0))) {
      return true;
    }
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
