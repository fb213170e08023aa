package dev.kith.schemas;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Folds the spellings of one mail address into one: lower case, NFC, half-width and full-width
 * forms as usual ones (RFC 8265 §3.3), the domain in its ASCII form (RFC 5891, UTS 46). Letters of
 * different scripts that look alike stay different, and so do ß and ss.
 */
final class MailAddressFolding {
  private static final int WIDTH_FORMS_FIRST = 0xFF00;
  private static final int WIDTH_FORMS_LAST = 0xFFEF;

  private MailAddressFolding() {}

  /** The one spelling of an address; folding it again changes nothing. */
  static String fold(String address) {
    if (isAscii(address)) {
      return address.toLowerCase(Locale.ROOT);
    }
    String folded = lowerCase(usualWidth(address));
    if (folded.isBlank()) {
      return address;
    }
    int at = folded.lastIndexOf('@');
    return folded.substring(0, at + 1) + domain(folded.substring(at + 1));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String lowerCase(String text) {
    String lower = Normalizer.normalize(text, Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Form.NFC);
  }

  /** Drops format characters, such as zero-width spaces, too: nobody can see or type them. */
  private static String usualWidth(String text) {
    var usual = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(
            c -> {
              if (c >= WIDTH_FORMS_FIRST && c <= WIDTH_FORMS_LAST) {
                usual.append(Normalizer.normalize(Character.toString(c), Form.NFKC));
              } else {
                usual.appendCodePoint(c);
              }
            });
    return usual.toString();
  }

  /** A domain that no registry could hold stays as it is written. */
  private static String domain(String domain) {
    if (isAscii(domain)) {
      return domain;
    }
    var ascii = new StringBuilder();
    var result = new IDNA.Info();
    Idna.INSTANCE.nameToASCII(domain, ascii, result);
    return result.hasErrors() ? domain : ascii.toString();
  }

  /** Loaded with the first domain that needs it: most installations never meet one. */
  private static final class Idna {
    /** Non-transitional: {@code faß.de} and {@code fass.de} are two domains since 2010. */
    static final IDNA INSTANCE =
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_CONTEXTJ);
  }
}
