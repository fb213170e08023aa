package dev.kith.api.search;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.SearchQuery.Clause;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses the search language. */
public final class SearchParser {
  /** The maximum length of a search text in characters. */
  public static final int LONGEST = 1_000;

  /** The maximum number of clauses. */
  public static final int MAX_CLAUSES = 32;

  private static final int LONGEST_PART = 200;

  /** The variation selector that displays a character as an emoji. */
  private static final int EMOJI_VARIATION = 0xFE0F;

  /** The prefixes of replies and forwarded mails in subjects. */
  private static final Set<String> REPLY_PREFIXES =
      Set.of("re", "fw", "fwd", "aw", "wg", "antw", "sv", "vs", "tr", "rv", "ref", "vl", "odp");

  private SearchParser() {}

  /**
   * Parses a search text.
   *
   * @throws InvalidParameterException if it is invalid, with the reason
   */
  public static SearchQuery parse(String text, Scope scope) {
    if (text.length() > LONGEST) {
      throw InvalidParameterException.because(
          "q", "expected at most %d characters, found %d".formatted(LONGEST, text.length()));
    }
    PrintableText.check("q", text);
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var clauses = new ArrayList<Clause>();
    for (Token token : Lexer.tokens(composed)) {
      Token read = isPasted(token) ? asText(token) : token;
      if (!read.operator().isEmpty() || isSearchable(read.text())) {
        clauses.add(clause(read, scope));
      }
    }
    return bounded(clauses);
  }

  /**
   * Whether the letters before a colon are token of pasted text instead of an operator: of a URL, a
   * Windows path, the subject of a reply, a label such as "Note: ". A label that is similar to an
   * operator is treated as a typing error.
   */
  private static boolean isPasted(Token token) {
    String name = token.operator();
    if (name.isEmpty() || SearchOperator.of(name).isPresent()) {
      return false;
    }
    return name.length() < 2
        || REPLY_PREFIXES.contains(name)
        || (!token.isQuoted() && token.text().startsWith("//"))
        || (token.text().isEmpty() && SearchOperator.nearest(name).isEmpty());
  }

  /** Removes the prefix of a reply, which the first mail of a conversation does not have. */
  private static Token asText(Token token) {
    return token.withText(
        REPLY_PREFIXES.contains(token.operator())
            ? token.text()
            : token.operator() + ':' + token.text());
  }

  /** Whether an analyzer creates any token of a text; punctuation alone has none. */
  private static boolean isSearchable(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                Character.isAlphabetic(c)
                    || Character.isDigit(c)
                    || Character.isEmojiPresentation(c)
                    || c == EMOJI_VARIATION);
  }

  private static SearchQuery bounded(List<Clause> clauses) {
    if (clauses.size() > MAX_CLAUSES) {
      throw InvalidParameterException.because(
          "q",
          "expected at most %d words and conditions, found %d"
              .formatted(MAX_CLAUSES, clauses.size()));
    }
    if (clauses.stream().filter(Clause.At.class::isInstance).count() > 1) {
      throw InvalidParameterException.because(
          "q", "at: expected once, for there is one moment to look at");
    }
    return new SearchQuery(clauses);
  }

  private static Clause clause(Token token, Scope scope) {
    if (token.text().length() > LONGEST_PART) {
      throw InvalidParameterException.because(
          "q",
          "expected words of at most %d characters, found one of %d"
              .formatted(LONGEST_PART, token.text().length()));
    }
    Clause clause = token.operator().isEmpty() ? text(token) : condition(token, scope);
    if (token.isNegated() && clause instanceof Clause.At) {
      throw InvalidParameterException.because(
          "q", "at: expected without a minus, for it says when, not what");
    }
    return token.isNegated() ? new Clause.Not(clause) : clause;
  }

  private static Clause text(Token token) {
    return token.isQuoted()
        ? new Clause.Phrase(token.text().strip())
        : new Clause.Word(token.text().strip());
  }

  private static Clause condition(Token token, Scope scope) {
    SearchOperator operator =
        SearchOperator.of(token.operator()).orElseThrow(() -> unknown(token, scope));
    if (!scope.allows(operator)) {
      throw InvalidParameterException.because(
          "q",
          "%s: cannot be used to search %s, only %s; allowed are %s"
              .formatted(
                  operator.written(), scope.title(), Scope.allowing(operator), scope.allowed()));
    }
    return operator.clause(token.text().strip());
  }

  private static InvalidParameterException unknown(Token token, Scope scope) {
    return InvalidParameterException.because(
        "q",
        "%s: is no operator; %sAllowed are %s. To search for the text itself, put it in quotes"
            .formatted(
                shortened(token.operator()),
                SearchOperator.nearest(token.operator())
                    .map(operator -> suggestion(operator, scope))
                    .orElse(""),
                scope.allowed()));
  }

  private static String suggestion(SearchOperator operator, Scope scope) {
    return scope.allows(operator)
        ? "did you mean %s:? ".formatted(operator.written())
        : "did you mean %s:? That is for searching %s. "
            .formatted(operator.written(), Scope.allowing(operator));
  }

  private static String shortened(String operator) {
    return operator.length() > 30 ? operator.substring(0, 30) + "…" : operator;
  }

  /**
   * One token of a search text.
   *
   * @param isNegated whether a minus precedes it
   * @param operator the text before the colon, lower case; empty if there is none
   * @param text the word or value
   * @param isQuoted whether it is in quotes
   */
  private record Token(boolean isNegated, String operator, String text, boolean isQuoted) {
    /** The same with other text and no operator. */
    Token withText(String other) {
      return new Token(isNegated, "", other, isQuoted);
    }
  }

  /** Splits a search text into tokens. */
  private static final class Lexer {
    private final String text;
    private int at;

    private Lexer(String text) {
      this.text = text;
    }

    static List<Token> tokens(String text) {
      var lexer = new Lexer(text);
      var tokens = new ArrayList<Token>();
      while (lexer.skipSpace()) {
        tokens.add(lexer.token());
      }
      return List.copyOf(tokens);
    }

    private boolean skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at < text.length();
    }

    private Token token() {
      boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !spaceAt(at + 1);
      if (negated) {
        at++;
      }
      String operator = operator();
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      return new Token(negated, operator, quoted ? quoted() : bare(), quoted);
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
        throw InvalidParameterException.because(
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
}
