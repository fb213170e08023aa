package dev.kith.identity.name;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names in which letters of one alphabet stand for letters of another that look the same, as a
 * Cyrillic a in Ann. A name may be written in two scripts word by word, but no word in two.
 */
public final class MixedScript {
  private static final Set<UnicodeScript> ALPHABETS =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE,
          UnicodeScript.COPTIC);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** Cyrillic letters that look like Latin ones. */
  private static final Pattern LATIN_LOOK =
      Pattern.compile(
          "[\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0406\u0408\u0405]+");

  private MixedScript() {}

  /**
   * Whether a word of {@code name} has letters of two alphabets, or consists of letters that look
   * like Latin ones beside a word that is Latin.
   */
  public static boolean isIn(String name) {
    if (name.chars().allMatch(c -> c < 128)) {
      return false;
    }
    boolean isLatin = false;
    boolean isLookAlike = false;
    for (String word : BETWEEN_WORDS.splitAsStream(name).toList()) {
      Set<UnicodeScript> alphabets = alphabets(word);
      if (alphabets.size() > 1) {
        return true;
      }
      isLatin = isLatin || alphabets.contains(UnicodeScript.LATIN);
      isLookAlike = isLookAlike || LATIN_LOOK.matcher(word).matches();
    }
    return isLatin && isLookAlike;
  }

  private static Set<UnicodeScript> alphabets(String word) {
    Set<UnicodeScript> found = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().mapToObj(UnicodeScript::of).filter(ALPHABETS::contains).forEach(found::add);
    return found;
  }
}
