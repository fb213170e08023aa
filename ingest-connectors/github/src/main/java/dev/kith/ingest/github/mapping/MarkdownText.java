package dev.kith.ingest.github.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in Markdown, separated into own words and quotations.
 *
 * @param text text without quoted lines
 * @param quoted quoted lines, without {@code >}
 * @param mentions logins that the text mentions outside of code
 */
record MarkdownText(String text, String quoted, Set<String> mentions) {
  private static final int MAX_MENTIONS = 50;
  private static final Pattern CODE =
      Pattern.compile("(?s)(```|~~~).*?(?:\\1|\\z)|(`+)[^`].*?\\2|<!--.*?(?:-->|\\z)");

  /** A mention, but not part of an address, a path, a team ({@code @town/council}) or a package. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\w/@.`-])@([a-zA-Z0-9](?:[a-zA-Z0-9]|-(?=[a-zA-Z0-9])){0,38})(?![\\w/@-]|\\.\\w)");

  static MarkdownText parse(String body) {
    List<String> own = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    for (String line : body.split("\\R", -1)) {
      boolean isQuoted = line.startsWith(">");
      (isQuoted ? quoted : own).add(isQuoted ? line.replaceFirst("^>+ ?", "") : line);
    }
    String text = String.join("\n", own).strip();
    return new MarkdownText(text, String.join("\n", quoted).strip(), mentions(text));
  }

  private static Set<String> mentions(String text) {
    Set<String> logins = new LinkedHashSet<>();
    Matcher mention = MENTION.matcher(CODE.matcher(text).replaceAll(" "));
    while (mention.find() && logins.size() < MAX_MENTIONS) {
      logins.add(mention.group(1));
    }
    return logins;
  }
}
