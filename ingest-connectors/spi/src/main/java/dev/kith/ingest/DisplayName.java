package dev.kith.ingest;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Normalizes display names, so that what is shown equals what is stored. An address or a URL is no
 * name.
 */
public final class DisplayName {
  /** Characters; a longer name is cut. */
  public static final int LONGEST = 300;

  private static final Pattern MAIL_OR_HANDLE =
      Pattern.compile("@?[^\\s@]{1,200}@(?:[^\\s@.]{1,63}\\.){1,10}[^\\s@.]{2,63}|@[\\w.-]+");
  private static final Pattern LOCAL_MAIL = Pattern.compile("[^\\s@]+@(?:localhost|\\[[^\\s@]+])");
  private static final Pattern URL =
      Pattern.compile(
          "(?i)(?:[a-z][a-z0-9+.-]{1,20}://|www\\.|(?:mailto|acct|xmpp|tel|did|urn):)\\S+");
  private static final String BRACKETS = "<(\"')>";

  private DisplayName() {}

  /**
   * The name in NFC, on one line, without characters that nobody sees or that change the direction
   * of the text around it; empty if nothing that is a name is left.
   */
  public static Optional<String> clean(String written) {
    if (isPlain(written)) {
      return Optional.of(written);
    }
    return visible(written).filter(name -> !isAddress(name));
  }

  /** The same for a short name of which the network says that it is one, such as a handle. */
  public static Optional<String> visible(String written) {
    String start = written.length() > 4 * LONGEST ? written.substring(0, 4 * LONGEST) : written;
    String seen = withoutInvisible(Normalizer.normalize(start, Form.NFC));
    String name = Normalizer.normalize(withoutInvisible(cut(seen)), Form.NFC);
    return Optional.of(name).filter(DisplayName::hasName);
  }

  /** Whether the text, without brackets and quotes around it, is an address, a handle or a URL. */
  public static boolean isAddress(String text) {
    String folded = Normalizer.normalize(text, Form.NFKC).strip();
    int from = 0;
    int until = folded.length();
    while (from < until && BRACKETS.indexOf(folded.charAt(from)) >= 0) {
      from++;
    }
    while (until > from && BRACKETS.indexOf(folded.charAt(until - 1)) >= 0) {
      until--;
    }
    String bare = folded.substring(from, until);
    return MAIL_OR_HANDLE.matcher(bare).matches()
        || LOCAL_MAIL.matcher(bare).matches()
        || URL.matcher(bare).matches();
  }

  /** Most names: ASCII letters and single blanks. Saves the work for them. */
  private static boolean isPlain(String text) {
    boolean blankBefore = true;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean isLetter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
      if (!isLetter && (each != ' ' || blankBefore)) {
        return false;
      }
      blankBefore = each == ' ';
    }
    return !blankBefore && text.length() <= LONGEST;
  }

  private static String withoutInvisible(String text) {
    var kept = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int each = text.codePointAt(i);
      int next = i + Character.charCount(each);
      if (InvisibleCharacters.isBlank(each)) {
        before = ' ';
      } else if (!InvisibleCharacters.isRemoved(
          before, each, next < text.length() ? text.codePointAt(next) : ' ')) {
        kept.append(before == ' ' && !kept.isEmpty() ? " " : "").appendCodePoint(each);
        before = each;
      }
    }
    return kept.toString();
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    boolean splits = Character.isHighSurrogate(name.charAt(LONGEST - 1));
    return name.substring(0, splits ? LONGEST - 1 : LONGEST).stripTrailing();
  }

  /** Whether there is more than punctuation: a letter, a digit, an emoji. */
  private static boolean hasName(String name) {
    return name.codePoints().anyMatch(InvisibleCharacters::isLetterOrSymbol);
  }
}
