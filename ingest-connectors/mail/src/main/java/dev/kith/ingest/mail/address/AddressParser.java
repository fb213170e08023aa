package dev.kith.ingest.mail.address;

import dev.kith.ingest.mail.mime.EncodedWords;
import dev.kith.schemas.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses one address (RFC 5322 addr-spec) with what else may stand in its brackets: a route, a
 * comment, blanks, {@code mailto:}, encoded words.
 */
final class AddressParser {
  private static final int MAX_LENGTH = 320;
  private static final String MAILTO = "mailto:";
  private static final int MAX_WRITTEN_LENGTH = 2_000;

  private static final Pattern NOBODY =
      Pattern.compile(
          "undisclosed[\\W_]*(?:recipients?|list|address(?:es)?)?\\W*"
              + "|(?:unlisted|suppressed|hidden)[\\W_]*recipients?\\W*"
              + "|recipients?[\\W_]*list[\\W_]*(?:not[\\W_]*shown|suppressed)\\W*");

  private static final Pattern NOBODY_WITHOUT_DOMAIN = Pattern.compile("(?:recipient|list-).*");
  private static final Pattern DOT_ATOM = Pattern.compile("[^\\s\"(),:;<>@\\[\\\\\\]]+");
  private static final Pattern BLANKS_AROUND_AT = Pattern.compile("\\s*@\\s*");

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;
  private static final String HOST = "[^=@\\s]+\\.[^=@\\s.]+";

  /**
   * Addresses rewritten so that bounces come back to the forwarder: SRS0 and SRS1 of the Sender
   * Rewriting Scheme, {@code prvs} of BATV, {@code btv1} of a mail filter, and {@code
   * ann=40example.org@dmarc.example} of the IETF's list server.
   */
  private static final List<Pattern> REWRITTEN =
      List.of(
          Pattern.compile(
              "srs0[=+-][^=@]+=[^=@]{1,4}=(?<domain>" + HOST + ")=(?<local>.+)@.+", ANY_CASE),
          Pattern.compile(
              "srs1[=+-][^=@]+=[^=@]+=[=+-][^=@]+=[^=@]{1,4}=(?<domain>"
                  + HOST
                  + ")=(?<local>.+)@.+",
              ANY_CASE),
          Pattern.compile("prvs=[0-9a-z]{6,16}=(?<local>.+)@(?<domain>.+)", ANY_CASE),
          Pattern.compile("prvs=(?<local>.+)/[0-9a-f]{6,16}@(?<domain>.+)", ANY_CASE),
          Pattern.compile("btv1==[0-9a-z]{6,16}==(?<local>.+)@(?<domain>.+)", ANY_CASE),
          Pattern.compile("(?<local>[^@\\s]+)=40(?<domain>[\\w.-]+)@dmarc\\.[^@]+"));

  /** A rewritten address may have been rewritten before, once for each forwarder. */
  private static final int MAX_REWRITINGS = 4;

  private AddressParser() {}

  /** An address in its one spelling, or nothing if it cannot be one. */
  static Optional<String> parse(String written) {
    if (written.length() > MAX_WRITTEN_LENGTH) {
      return Optional.empty();
    }
    String address = withoutRoute(written.contains("=?") ? EncodedWords.decode(written) : written);
    int quote = address.startsWith("\"") ? closingQuote(address, 0) : -1;
    if (quote > 0 && address.startsWith("@", quote + 1)) {
      String local = unescaped(address.substring(1, quote));
      return DOT_ATOM.matcher(local).matches()
          ? checked(local + "@" + trimmed(address.substring(quote + 2)))
          : quotedLocal(local, trimmed(address.substring(quote + 2)));
    }
    return checked(trimmed(withoutBlanks(address)));
  }

  private static String withoutRoute(String written) {
    String address = written.strip();
    int route = address.startsWith("@") ? address.indexOf(':') : -1;
    address = address.substring(route + 1);
    if (!address.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
      return address;
    }
    int query = address.indexOf('?');
    return address.substring(MAILTO.length(), query < 0 ? address.length() : query);
  }

  /** Comments and blanks may stand beside the @ (RFC 5322 §4.4). */
  private static String withoutBlanks(String written) {
    String address = written;
    int open = address.indexOf('(');
    while (open >= 0) {
      int close = closingBracket(address, open);
      address = address.substring(0, open) + (close < 0 ? "" : address.substring(close + 1));
      open = address.indexOf('(');
    }
    return address.indexOf(' ') < 0 && address.indexOf('\t') < 0
        ? address
        : BLANKS_AROUND_AT.matcher(address).replaceAll("@");
  }

  private static Optional<String> quotedLocal(String local, String domain) {
    String quoted = '"' + local.replaceAll("[\"\\\\]", "\\\\$0") + '"';
    boolean whole = !domain.isEmpty() && isPlain(domain) && isText(local) && !isNobody(local);
    return whole && quoted.length() + domain.length() < MAX_LENGTH
        ? Optional.of(AccountId.email(quoted + "@" + domain).address())
        : Optional.empty();
  }

  private static Optional<String> checked(String written) {
    int sign = written.lastIndexOf('@');
    boolean bare = sign < 0 && !NOBODY_WITHOUT_DOMAIN.matcher(lower(written)).matches();
    String address = bare ? written + EmailAddress.NO_DOMAIN : written;
    sign = address.lastIndexOf('@');
    boolean whole = sign > 0 && sign < address.length() - 1 && address.length() <= MAX_LENGTH;
    if (!whole
        || !isPlain(address)
        || address.indexOf('"') >= 0
        || isNobody(address.substring(0, sign))) {
      return Optional.empty();
    }
    return Optional.of(AccountId.email(original(address)).address())
        .filter(AddressParser::hasBothParts);
  }

  private static String original(String written) {
    String address = written;
    for (int i = 0; i < MAX_REWRITINGS && address.indexOf('=') > 0; i++) {
      String before = address;
      address =
          REWRITTEN.stream()
              .map(form -> form.matcher(before))
              .filter(Matcher::matches)
              .findFirst()
              .map(matcher -> matcher.group("local") + "@" + matcher.group("domain"))
              .orElse(before);
    }
    return address;
  }

  /** Whether both parts are left after folding, which drops invisible characters. */
  private static boolean hasBothParts(String address) {
    int sign = address.lastIndexOf('@');
    return sign > 0 && sign < address.length() - 1;
  }

  /** Whether it stands for hidden recipients, with any domain. */
  private static boolean isNobody(String local) {
    return NOBODY.matcher(lower(local)).matches();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
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

  private static boolean isPlain(String address) {
    return isText(address) && address.chars().noneMatch(c -> c <= ' ' || Character.isWhitespace(c));
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD);
  }

  /** Where the quoted string ends that begins at {@code open}, or -1 if it is unclosed. */
  static int closingQuote(String text, int open) {
    int close = open + 1;
    while (close < text.length() && text.charAt(close) != '"') {
      close += text.charAt(close) == '\\' ? 2 : 1;
    }
    return close < text.length() ? close : -1;
  }

  /** Where the comment ends that begins at {@code open}, or -1 if it is unclosed or too long. */
  static int closingBracket(String text, int open) {
    int depth = 0;
    int end = Math.min(text.length(), open + MAX_WRITTEN_LENGTH);
    for (int i = open; i < end; i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      i += c == '\\' ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The content of a quoted string, its escapes undone. */
  static String unescaped(String quoted) {
    return quoted.indexOf('\\') < 0 ? quoted : quoted.replaceAll("\\\\(.)", "$1");
  }
}
