package dev.kith.ingest.feed.document;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the comment of a document of the corpus states about it: comparisons of a path with a
 * literal, in Python.
 */
final class ExpectedValues {
  private static final Pattern EXPECT = Pattern.compile("Expect:\\s*(.*?)\\s*-->", Pattern.DOTALL);
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(entries\\[\\d+]|feed)((?:\\['\\w+']|\\[\\d+]|\\.\\w+)+)\\s*==\\s*u?("
              + "\"\"\".*?\"\"\"|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\([\\d, ]+\\))",
          Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", Pattern.DOTALL);

  private ExpectedValues() {}

  /**
   * One comparison.
   *
   * @param path such as {@code entries.0.title}
   */
  record Expected(String path, String value) {}

  static List<Expected> of(String document) {
    Matcher comment = EXPECT.matcher(document);
    if (!comment.find() || comment.group(1).contains(" or ")) {
      return List.of();
    }
    List<Expected> found = new ArrayList<>();
    Matcher comparison = COMPARISON.matcher(comment.group(1));
    while (comparison.find()) {
      String path = comparison.group(1) + comparison.group(2);
      String dotted = path.replaceAll("['\\[\\].]+", ".").replaceAll("\\.$", "");
      found.add(new Expected(dotted, value(comparison.group(3))));
    }
    return found;
  }

  private static String value(String literal) {
    if (literal.startsWith("(")) {
      return time(literal);
    }
    int quotes = literal.startsWith("\"\"\"") ? 3 : 1;
    String text = literal.substring(quotes, literal.length() - quotes);
    return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(unescaped(found)));
  }

  private static String unescaped(MatchResult escape) {
    if (escape.group(3) == null) {
      String hex =
          Stream.of(1, 2).map(escape::group).filter(each -> each != null).findFirst().orElseThrow();
      return Character.toString(Integer.parseInt(hex, 16));
    }
    return switch (escape.group(3)) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      case "\n" -> "";
      default -> escape.group(3);
    };
  }

  private static String time(String tuple) {
    List<Integer> parts =
        Stream.of(tuple.replaceAll("[()\\s]", "").split(",", -1)).map(Integer::valueOf).toList();
    try {
      return OffsetDateTime.of(
              parts.get(0),
              parts.get(1),
              parts.get(2),
              parts.get(3),
              parts.get(4),
              parts.get(5),
              0,
              ZoneOffset.UTC)
          .toInstant()
          .toString();
    } catch (DateTimeException | IndexOutOfBoundsException noTime) {
      return tuple;
    }
  }
}
