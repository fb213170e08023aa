package dev.kith.analysis;

import java.util.Locale;
import java.util.regex.Pattern;
import org.elasticsearch.common.settings.Settings;

/**
 * Regular expressions in settings: {@code pattern} and {@code flags} such as {@code
 * CASE_INSENSITIVE|DOTALL}.
 */
final class RegexSettings {

  private RegexSettings() {}

  static Pattern required(Settings settings) {
    String pattern = settings.get("pattern");
    if (pattern == null) {
      throw new IllegalArgumentException("[pattern] is missing, a regular expression");
    }
    return compile(settings, pattern);
  }

  static Pattern orElse(Settings settings, String usual) {
    return compile(settings, settings.get("pattern", usual));
  }

  private static Pattern compile(Settings settings, String pattern) {
    int flags = 0;
    for (String name : settings.get("flags", "").split("\\|", -1)) {
      flags |= flag(name.strip());
    }
    return Pattern.compile(pattern, flags);
  }

  private static int flag(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "" -> 0;
      case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
      case "MULTILINE" -> Pattern.MULTILINE;
      case "DOTALL" -> Pattern.DOTALL;
      case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
      case "CANON_EQ" -> Pattern.CANON_EQ;
      case "UNIX_LINES" -> Pattern.UNIX_LINES;
      case "LITERAL" -> Pattern.LITERAL;
      case "COMMENTS" -> Pattern.COMMENTS;
      case "UNICODE_CHAR_CLASS", "UNICODE_CHARACTER_CLASS" -> Pattern.UNICODE_CHARACTER_CLASS;
      default -> throw new IllegalArgumentException("Unknown regex flag [" + name + "]");
    };
  }
}
