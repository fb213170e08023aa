package dev.kith.api.search;

import dev.kith.api.error.InvalidParameter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses the search language. */
public final class SearchParser {
  /** The maximum length of a search text in characters. */
  public static final int LONGEST = 1_000;

  /** The maximum number of clauses. */
  public static final int MOST_CLAUSES = 32;

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
   * @throws InvalidParameter if it is invalid, with the reason
   */
  public static SearchQuery parse(String text, Scope scope) {
    if (text.length() > LONGEST) {
      throw InvalidParameter.because(
          "q", "expected at most %d characters, found %d".formatted(LONGEST, text.length()));
    }
    SafeText.check("q", text);
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var clauses = new ArrayList<Clause>();
    for (Lexer.Part part : Lexer.parts(composed)) {
      Lexer.Part read = isPasted(part) ? asText(part) : part;
      if (!read.operator().isEmpty() || isSearchable(read.text())) {
        clauses.add(clause(read, scope));
      }
    }
    return bounded(clauses);
  }

  /**
   * Whether the letters before a colon are part of pasted text instead of an operator: of a URL, a
   * Windows path, the subject of a reply, a label such as "Note: ". A label that is similar to an
   * operator is treated as a typing error.
   */
  private static boolean isPasted(Lexer.Part part) {
    String name = part.operator();
    if (name.isEmpty() || SearchOperator.of(name).isPresent()) {
      return false;
    }
    return name.length() < 2
        || REPLY_PREFIXES.contains(name)
        || (!part.quoted() && part.text().startsWith("//"))
        || (part.text().isEmpty() && SearchOperator.nearest(name).isEmpty());
  }

  /** Removes the prefix of a reply, which the first mail of a conversation does not have. */
  private static Lexer.Part asText(Lexer.Part part) {
    return part.withText(
        REPLY_PREFIXES.contains(part.operator())
            ? part.text()
            : part.operator() + ':' + part.text());
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
    if (clauses.size() > MOST_CLAUSES) {
      throw InvalidParameter.because(
          "q",
          "expected at most %d words and conditions, found %d"
              .formatted(MOST_CLAUSES, clauses.size()));
    }
    if (clauses.stream().filter(Clause.At.class::isInstance).count() > 1) {
      throw InvalidParameter.because("q", "at: expected once, for there is one moment to look at");
    }
    return new SearchQuery(clauses);
  }

  private static Clause clause(Lexer.Part part, Scope scope) {
    if (part.text().length() > LONGEST_PART) {
      throw InvalidParameter.because(
          "q",
          "expected words of at most %d characters, found one of %d"
              .formatted(LONGEST_PART, part.text().length()));
    }
    Clause clause = part.operator().isEmpty() ? text(part) : condition(part, scope);
    if (part.negated() && clause instanceof Clause.At) {
      throw InvalidParameter.because(
          "q", "at: expected without a minus, for it says when, not what");
    }
    return part.negated() ? new Clause.Not(clause) : clause;
  }

  private static Clause text(Lexer.Part part) {
    return part.quoted()
        ? new Clause.Phrase(part.text().strip())
        : new Clause.Word(part.text().strip());
  }

  private static Clause condition(Lexer.Part part, Scope scope) {
    SearchOperator operator =
        SearchOperator.of(part.operator()).orElseThrow(() -> unknown(part, scope));
    if (!scope.allows(operator)) {
      throw InvalidParameter.because(
          "q",
          "%s: cannot be used to search %s, only %s; allowed are %s"
              .formatted(
                  operator.written(), scope.title(), Scope.allowing(operator), scope.allowed()));
    }
    String value = part.text().strip();
    if (value.isEmpty()) {
      throw OperatorValues.refused(operator, value);
    }
    return OperatorValues.clause(operator, value);
  }

  private static InvalidParameter unknown(Lexer.Part part, Scope scope) {
    return InvalidParameter.because(
        "q",
        "%s: is no operator; %sAllowed are %s. To search for the text itself, put it in quotes"
            .formatted(
                shortened(part.operator()),
                SearchOperator.nearest(part.operator())
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
}
