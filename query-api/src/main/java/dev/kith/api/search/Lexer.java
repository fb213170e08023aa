package dev.kith.api.search;

import dev.kith.api.error.InvalidParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a search text into parts. The parser interprets them. */
final class Lexer {
  /**
   * One part of a search text.
   *
   * @param negated whether a minus precedes it
   * @param operator the text before the colon, lower case; empty if there is none
   * @param text the word or value
   * @param quoted whether it is in quotes
   */
  record Part(boolean negated, String operator, String text, boolean quoted) {
    /** The same with other text and no operator. */
    Part withText(String other) {
      return new Part(negated, "", other, quoted);
    }
  }

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Part> parts(String text) {
    var lexer = new Lexer(text);
    var parts = new ArrayList<Part>();
    while (lexer.skipSpace()) {
      parts.add(lexer.part());
    }
    return List.copyOf(parts);
  }

  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Part part() {
    boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !spaceAt(at + 1);
    if (negated) {
      at++;
    }
    String operator = operator();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    return new Part(negated, operator, quoted ? quoted() : bare(), quoted);
  }

  /** Letters up to a colon; {@code 12:30} and {@code ::} are words. */
  private String operator() {
    int end = at;
    while (end < text.length() && isAsciiLetter(text.charAt(end))) {
      end++;
    }
    if (end == at || end == text.length() || text.charAt(end) != ':') {
      return "";
    }
    String operator = text.substring(at, end).toLowerCase(Locale.ROOT);
    at = end + 1;
    return operator;
  }

  private String quoted() {
    int close = text.indexOf('"', at + 1);
    if (close < 0) {
      throw InvalidParameter.because(
          "q", "expected a closing quote for the one at character " + (at + 1));
    }
    String inside = text.substring(at + 1, close);
    at = close + 1;
    return inside;
  }

  private String bare() {
    int start = at;
    while (at < text.length() && !spaceAt(at) && text.charAt(at) != '"') {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean spaceAt(int index) {
    return Character.isWhitespace(text.charAt(index));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
