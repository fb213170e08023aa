package dev.kith.ingest.mail.address;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.mail.mime.CharsetDetector;
import dev.kith.ingest.mail.mime.EncodedWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses address fields such as From, To and Cc in any form that is found: quoted names, comments,
 * groups, {@code user at host} of public archives, names with bare commas, semicolons, unclosed
 * brackets and quotes. A bare word is a local user only if no address of the field has a domain.
 */
public final class AddressListParser {
  /** The maximum per field; a mail to more recipients is a circular. */
  static final int MAX_COUNT = 2_000;

  /** Pieces of one name between bare commas; more is a list of names without addresses. */
  private static final int MAX_PIECES = 4;

  private static final int MAX_ENTRY_LENGTH = 1_000;
  private static final String MAILTO = "mailto";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern DOTS = Pattern.compile("\\s*\\.\\s*");
  private static final Pattern OBFUSCATED =
      Pattern.compile("(\\S+)\\s+(?:at|AT|\\(at\\)|\\[at\\])\\s+([\\w-]+(?:\\.[\\w-]+)+)");

  /** A name of the form "Ann Lee via Frogs". */
  private static final Pattern RELAYED =
      Pattern.compile("^(.*\\S)\\s*[\\s(\\[](?:via|VIA|by way of) \\S.*$");

  private static final List<String> MAY_BE_RELAYED = List.of("via ", "VIA ", "by way of ");
  private static final Pattern VIA = Pattern.compile("\\s*(?:via|VIA|by way of)\\s+\\S");

  /** Several addresses in one pair of brackets. */
  private static final Pattern SEVERAL =
      Pattern.compile("[^\\s,;@\"]+@[^\\s,;@]+(?:\\s*[,;]\\s*[^\\s,;@\"]+@[^\\s,;@]+)+");

  private static final Pattern BEHALF = Pattern.compile("(?i)\\s*(?:\\[mailto:|on behalf of).*$");

  private final String text;
  private final List<EmailAddress> found = new ArrayList<>();
  private final List<BareWord> bareWords = new ArrayList<>();
  private final List<String> carried = new ArrayList<>();
  private final StringBuilder phrase = new StringBuilder();
  private @Nullable String angle;
  private int wordsBeforeAngle;
  private @Nullable String quotedAddress;
  private @Nullable String comment;
  private int at;

  private record BareWord(String word, @Nullable String comment) {
    boolean isLogin(boolean inLowerCase) {
      return word.chars().allMatch(c -> c > ' ' && c < 0x7F)
          && !(inLowerCase && word.chars().anyMatch(Character::isUpperCase));
    }
  }

  private AddressListParser(String text) {
    this.text = text;
  }

  /** The addresses of a field that was unfolded, its encoded words not yet decoded. */
  public static List<EmailAddress> parse(String field) {
    return new AddressListParser(field.replace('\uFF20', '@')).read();
  }

  /** Whether an address is written as public archives do. */
  public static boolean isObfuscated(String field) {
    boolean mayBe = field.contains("at") || field.contains("AT");
    return mayBe
        && field.indexOf('@') < 0
        && OBFUSCATED.matcher(CharsetDetector.truncate(field, MAX_ENTRY_LENGTH)).find();
  }

  private List<EmailAddress> read() {
    while (at < text.length() && found.size() < MAX_COUNT) {
      char c = text.charAt(at++);
      switch (c) {
        case '"' -> quoted();
        case '(' -> comment();
        case '<' -> angle(enclosed());
        case ',' -> end(true);
        case ';' -> end(false);
        case ':' -> colon();
        case '=' -> encodedWord();
        case '>' -> {} // one too many
        default -> phrase.append(c);
      }
    }
    end(false);
    return found.isEmpty() ? localUsers() : List.copyOf(found);
  }

  /** Local users; among several bare words only those in lower case, for the others are names. */
  private List<EmailAddress> localUsers() {
    List<EmailAddress> users = new ArrayList<>();
    for (BareWord bare : bareWords) {
      if (bare.isLogin(bareWords.size() > 1)) {
        AddressParser.parse(bare.word)
            .map(user -> named("", bare.comment, user))
            .ifPresent(users::add);
      }
    }
    return List.copyOf(users);
  }

  /** Drops the name of a group and {@code mailto:}; any other colon is an ordinary character. */
  private void colon() {
    int scheme = phrase.length() - MAILTO.length();
    if (scheme >= 0 && phrase.substring(scheme).equalsIgnoreCase(MAILTO)) {
      phrase.setLength(scheme);
    } else if (phrase.indexOf("@") < 0 && angle == null) {
      phrase.setLength(0);
      carried.clear();
    } else {
      phrase.append(':');
    }
  }

  /**
   * Reads a word of a name, or, if an @ follows, the local part of an address (RFC 5321 §4.1.2).
   */
  private void quoted() {
    int close = AddressParser.closingQuote(text, at - 1);
    if (close < 0) {
      return;
    }
    if (isInsideWord(close)) {
      phrase.append(text, at - 1, close + 1); // no name and no local part: kept to be refused
      at = close + 1;
    } else if (text.startsWith("@", close + 1)) {
      int end = close + 1;
      while (end < text.length() && " \t,;<>()".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      quotedAddress = text.substring(at - 1, end);
      at = end;
    } else {
      phrase.append(AddressParser.unescaped(text.substring(at, close)));
      at = close + 1;
    }
  }

  private boolean isInsideWord(int close) {
    char before = phrase.isEmpty() ? ' ' : phrase.charAt(phrase.length() - 1);
    char after = close + 1 < text.length() ? text.charAt(close + 1) : ' ';
    return isWordCharacter(before) && (isWordCharacter(after) || after == '@');
  }

  private static boolean isWordCharacter(char c) {
    return c == '.' || Character.isLetterOrDigit(c);
  }

  /** Reads an encoded word as a whole: commas and brackets inside belong to it. */
  private void encodedWord() {
    int end = text.startsWith("?", at) ? EncodedWords.endOf(text, at - 1) : -1;
    phrase.append(text, at - 1, Math.max(at, end));
    at = Math.max(at, end);
  }

  private void angle(String inside) {
    boolean known = angle != null && inBrackets(angle).isPresent();
    if (known && (clear(inside).indexOf('@') < 0 || inBrackets(inside).isEmpty())) {
      return;
    }
    if (known) { // a comma is missing between two entries
      String next = phrase.substring(wordsBeforeAngle);
      phrase.setLength(wordsBeforeAngle);
      end(false);
      phrase.append(next);
    }
    angle = inside;
    wordsBeforeAngle = phrase.length();
  }

  /** Reads up to the closing bracket; an unclosed one ends where the next entry begins. */
  private String enclosed() {
    int end = at;
    while (end < text.length() && "<>".indexOf(text.charAt(end)) < 0) {
      int quote = text.charAt(end) == '"' ? AddressParser.closingQuote(text, end) : -1;
      end = Math.max(end, quote) + 1;
    }
    boolean isClosed = text.startsWith(">", end);
    int stop = end;
    for (int i = at; !isClosed && i < stop; i++) {
      stop = ",;".indexOf(text.charAt(i)) >= 0 ? i : stop;
    }
    String inside = text.substring(at, stop);
    at = isClosed ? end + 1 : stop;
    return inside;
  }

  /** An unclosed bracket is an ordinary character. */
  private void comment() {
    int end = AddressParser.closingBracket(text, at - 1);
    if (end < 0) {
      phrase.append('(');
      return;
    }
    String inside = text.substring(at, end);
    at = end + 1;
    if (inside.strip().equalsIgnoreCase("at")) {
      phrase.append(" at ");
    } else if (!inside.isBlank()) {
      comment = inside;
    }
  }

  private void end(boolean atComma) {
    String words = phrase.toString().strip();
    String clear = angle == null ? clear(words) : words;
    if (angle != null || quotedAddress != null || clear.indexOf('@') >= 0) {
      found.addAll(entry(clear));
      carried.clear();
    } else if (isEncodedEntry(words)) {
      found.addAll(parse(EncodedWords.decode(words)));
      carried.clear();
    } else {
      bare(words, atComma);
    }
    phrase.setLength(0);
    angle = null;
    quotedAddress = null;
    comment = null;
  }

  private static boolean isEncodedEntry(String words) {
    String decoded = EncodedWords.decode(words);
    return decoded.indexOf('@') >= 0 && EncodedWords.decode(decoded).equals(decoded);
  }

  /** Keeps words without address: they are the first part of a name, or a local user. */
  private void bare(String words, boolean atComma) {
    if (!words.isEmpty() && words.indexOf(' ') < 0) {
      bareWords.add(new BareWord(words, comment));
    }
    boolean isPiece = atComma && comment == null && carried.size() < MAX_PIECES;
    if (isPiece && !words.isEmpty()) {
      carried.add(words);
    } else if (!atComma || !words.isEmpty()) {
      carried.clear();
    }
  }

  private List<EmailAddress> entry(String words) {
    if (angle != null) {
      Optional<String> address = inBrackets(angle);
      if (address.isPresent()) {
        if (!words.isEmpty()) {
          carried.add(words);
        }
        return List.of(named(String.join(", ", carried), comment, address.get()));
      }
      if (SEVERAL.matcher(angle).matches()) {
        return parse(angle);
      }
    }
    if (quotedAddress != null) {
      return AddressParser.parse(quotedAddress).map(each -> named(words, comment, each)).stream()
          .toList();
    }
    return amongWords(angle == null ? words : clear(words));
  }

  private static Optional<String> inBrackets(String angle) {
    String clear = clear(angle);
    boolean spaced = clear.indexOf(' ') >= 0 && clear.indexOf('"') < 0;
    return AddressParser.parse(spaced ? DOTS.matcher(clear).replaceAll(".") : clear);
  }

  /** An address beside a name, or several with nothing but blanks between them. */
  private List<EmailAddress> amongWords(String words) {
    Optional<String> whole = words.indexOf('(') < 0 ? AddressParser.parse(words) : Optional.empty();
    if (words.indexOf('@') < 0 || whole.isPresent()) {
      return whole
          .filter(_ -> words.indexOf('@') >= 0)
          .map(address -> named(angle == null ? "" : angle, comment, address))
          .stream()
          .toList();
    }
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String part : BLANKS.split(words, -1)) {
      if (part.indexOf('@') >= 0 && addresses.size() < MAX_COUNT) {
        AddressParser.parse(part).ifPresent(address -> addresses.putIfAbsent(part, address));
      }
    }
    if (addresses.size() == 1) {
      var only = addresses.entrySet().iterator().next();
      return List.of(named(words.replace(only.getKey(), " "), comment, only.getValue()));
    }
    return addresses.values().stream().map(address -> new EmailAddress(null, address)).toList();
  }

  private static String clear(String obfuscated) {
    boolean mayBe = obfuscated.contains("at") || obfuscated.contains("AT");
    if (!mayBe || obfuscated.indexOf('@') >= 0 || obfuscated.length() > MAX_ENTRY_LENGTH) {
      return obfuscated.strip();
    }
    Matcher matcher = OBFUSCATED.matcher(obfuscated);
    return (matcher.find() ? matcher.replaceFirst("$1@$2") : obfuscated).strip();
  }

  private static EmailAddress named(String words, @Nullable String comment, String address) {
    String written = words.isBlank() && comment != null ? comment : words;
    if (comment != null && VIA.matcher(comment).lookingAt()) {
      written = words + " (" + comment + ")";
    }
    String shown = CharsetDetector.oneLine(EncodedWords.decode(written));
    String name = withoutQuotes(CharsetDetector.truncate(shown, MAX_ENTRY_LENGTH));
    Matcher relay = RELAYED.matcher(name);
    if (MAY_BE_RELAYED.stream().anyMatch(name::contains) && relay.matches()) {
      String relayed = withoutQuotes(relay.group(1));
      boolean isOwn =
          DisplayNameWords.of(relayed).hasWordIn(address.substring(0, address.indexOf('@')));
      return isOwn
          ? new EmailAddress(name(relayed), address)
          : new EmailAddress(null, address, relayed);
    }
    return new EmailAddress(name(withoutQuotes(BEHALF.matcher(name).replaceFirst(""))), address);
  }

  /** The name without addresses written into it. */
  private static @Nullable String name(String written) {
    if (OBFUSCATED.matcher(written).matches()) {
      return null;
    }
    String name = written;
    for (String word : written.indexOf('@') < 0 ? new String[0] : written.split(" ", -1)) {
      name = DisplayName.isAddress(word) ? name.replace(word, " ") : name;
    }
    return DisplayName.clean(name).map(NameOrder::givenNameFirst).orElse(null);
  }

  private static String withoutQuotes(String written) {
    String name = written.strip();
    while (isQuoted(name)) {
      name = name.substring(1, name.length() - 1).strip();
    }
    boolean isUnclosed = name.chars().filter(c -> c == '"').count() % 2 == 1;
    name = isUnclosed ? name.replace("\"", "") : name;
    return name.startsWith("(") && name.indexOf(')') < 0 ? name.substring(1).strip() : name;
  }

  /** {@code "Ann" aka "A"} is not quoted as a whole. */
  private static boolean isQuoted(String name) {
    int last = name.length() - 1;
    boolean enclosed = last > 0 && isQuote(name.charAt(0)) && isQuote(name.charAt(last));
    int inside = name.indexOf('"', 1);
    return enclosed && (inside < 0 || inside == last || name.charAt(0) != '"');
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** An address in its one spelling, or nothing if it cannot be one. */
  public static Optional<String> address(String written) {
    return AddressParser.parse(written);
  }
}
