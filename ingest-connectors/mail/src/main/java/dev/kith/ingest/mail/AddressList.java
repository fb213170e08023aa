package dev.kith.ingest.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads From, To, Cc and their like, as written by anybody: quoted names, comments, groups, {@code
 * user at host} of public archives, names with a bare comma, semicolons, addresses without domain.
 */
final class AddressList {
  /** A mail to more is a circular; the rest says nothing about closeness. */
  static final int MOST = 2_000;

  private static final int LONGEST = 320;
  private static final String MAILTO = "mailto";
  private static final Pattern OBFUSCATED =
      Pattern.compile("(\\S+)\\s+(?:at|AT|\\(at\\)|\\[at\\])\\s+([\\w-]+(?:\\.[\\w-]+)+)");
  private static final Pattern BEHALF =
      Pattern.compile("(?i)\\s*(?:\\[mailto:.*|on behalf of.*|\\bvia\\b \\S.*)$");

  private static final Pattern NOBODY = Pattern.compile("^(undisclosed|unlisted|recipient|list-)");

  private final String text;
  private final List<Address> found = new ArrayList<>();
  private final StringBuilder phrase = new StringBuilder();
  private @Nullable String angle;
  private @Nullable String comment;
  private String carried = "";
  private int at;

  private AddressList(String text) {
    this.text = text;
  }

  /** The addresses of a field that was unfolded, its encoded words not yet decoded. */
  static List<Address> parse(String field) {
    return new AddressList(field).read();
  }

  /** Whether an address is written as public archives do. */
  static boolean isObfuscated(String field) {
    return field.indexOf('@') < 0 && OBFUSCATED.matcher(field).find();
  }

  private List<Address> read() {
    while (at < text.length() && found.size() < MOST) {
      char c = text.charAt(at++);
      switch (c) {
        case '"' -> phrase.append(quoted());
        case '(' -> comment();
        case '<' -> angle = enclosed('>');
        case ',' -> end(true);
        case ';' -> end(false);
        case ':' -> colon();
        case '>' -> {} // one too many
        default -> phrase.append(c);
      }
    }
    end(false);
    return List.copyOf(found);
  }

  /** The name of a group is no address; {@code mailto:} is noise; else a colon is a character. */
  private void colon() {
    int scheme = phrase.length() - MAILTO.length();
    if (scheme >= 0 && phrase.substring(scheme).equalsIgnoreCase(MAILTO)) {
      phrase.setLength(scheme);
    } else if (phrase.indexOf("@") < 0 && angle == null) {
      phrase.setLength(0);
    } else {
      phrase.append(':');
    }
  }

  private String quoted() {
    int close = at;
    while (close < text.length() && text.charAt(close) != '"') {
      close += text.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= text.length()) {
      return "";
    }
    String inside = text.substring(at, close).replaceAll("\\\\(.)", "$1");
    at = close + 1;
    return inside;
  }

  private String enclosed(char close) {
    int end = text.indexOf(close, at);
    int next = text.indexOf('<', at);
    int stop = end >= 0 ? end : next >= 0 ? next : text.length();
    String inside = text.substring(at, stop);
    at = end >= 0 ? end + 1 : stop;
    return inside;
  }

  private void comment() {
    int depth = 1;
    int from = at;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    int to = depth == 0 ? at - 1 : at;
    String inside = text.substring(Math.min(from, to), to);
    if (inside.strip().equalsIgnoreCase("at")) {
      phrase.append(" at ");
    } else if (!inside.isBlank()) {
      comment = inside;
    }
  }

  private void end(boolean atComma) {
    String words = phrase.toString().strip();
    boolean bareName = angle == null && comment == null && words.indexOf('@') < 0;
    if (bareName && atComma && !words.isEmpty() && nextHasAngle()) {
      carried = words + ", ";
    } else {
      entry(carried + words).ifPresent(found::add);
      carried = "";
    }
    phrase.setLength(0);
    angle = null;
    comment = null;
  }

  /** {@code Lee, Ann <ann@example.org>} is one entry whose name has a comma. */
  private boolean nextHasAngle() {
    int open = text.indexOf('<', at);
    int comma = text.indexOf(',', at);
    int sign = text.indexOf('@', at);
    return open >= 0 && (comma < 0 || open < comma) && (sign < 0 || open < sign);
  }

  private Optional<Address> entry(String words) {
    if (angle != null) {
      return address(clear(angle)).map(address -> named(words, address));
    }
    String clear = clear(words);
    if (clear.indexOf('@') < 0) {
      boolean single = !clear.isEmpty() && clear.indexOf(' ') < 0;
      return single ? address(clear).map(address -> named("", address)) : Optional.empty();
    }
    String[] parts = clear.split("\\s+", -1);
    for (String part : parts) {
      if (part.indexOf('@') >= 0) {
        return address(part).map(address -> named(clear.replace(part, " "), address));
      }
    }
    return Optional.empty();
  }

  private static String clear(String obfuscated) {
    if (obfuscated.indexOf('@') >= 0) {
      return obfuscated.strip();
    }
    Matcher matcher = OBFUSCATED.matcher(obfuscated);
    return (matcher.find() ? matcher.replaceFirst("$1@$2") : obfuscated).strip();
  }

  private Address named(String words, String address) {
    String name = name(words);
    if (name.isEmpty() && comment != null) {
      name = name(comment);
    }
    boolean says = !name.isEmpty() && !clear(name).equalsIgnoreCase(address);
    return new Address(says ? name : null, address);
  }

  private static String name(String words) {
    String name = Characters.oneLine(EncodedWords.decode(words));
    name = BEHALF.matcher(name).replaceFirst("");
    while (name.length() > 1
        && isQuote(name.charAt(0))
        && isQuote(name.charAt(name.length() - 1))) {
      name = name.substring(1, name.length() - 1).strip();
    }
    return Characters.cut(name.replace("\"", ""), LONGEST).strip();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** An address in its folded form, or nothing if it cannot be one. */
  static Optional<String> address(String written) {
    String address = written.strip();
    int route = address.startsWith("@") ? address.indexOf(':') : -1;
    address = address.substring(route + 1);
    if (address.regionMatches(true, 0, MAILTO + ":", 0, MAILTO.length() + 1)) {
      address = address.substring(MAILTO.length() + 1);
    }
    address = trimmed(address).toLowerCase(Locale.ROOT);
    int sign = address.lastIndexOf('@');
    if (sign < 0 && !address.isEmpty() && !NOBODY.matcher(address).find()) {
      address += Address.NO_DOMAIN;
      sign = address.length() - Address.NO_DOMAIN.length();
    }
    boolean whole = sign > 0 && sign < address.length() - 1 && address.length() <= LONGEST;
    return whole && address.chars().allMatch(AddressList::isPlain)
        ? Optional.of(address)
        : Optional.empty();
  }

  private static String trimmed(String address) {
    int from = 0;
    int to = address.length();
    while (from < to && " <>'\"[,;".indexOf(address.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " <>'\".,;".indexOf(address.charAt(to - 1)) >= 0) {
      to--;
    }
    boolean unopened = to > from && address.charAt(to - 1) == ']' && address.indexOf('[', from) < 0;
    return address.substring(from, unopened ? to - 1 : to);
  }

  private static boolean isPlain(int c) {
    return c > ' ' && !Character.isISOControl(c) && !Character.isWhitespace(c) && c != 0xFFFD;
  }
}
