package dev.kith.identity.name;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes two spellings of one name comparable, whatever script, case or accents they are in. */
public final class NameNormalizer {
  private static final Transliterator TO_PLAIN_LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private NameNormalizer() {}

  /** Lower-case Latin letters without accents; other signs stay. */
  static String fold(String text) {
    return isPlain(text) ? lower(text) : TO_PLAIN_LATIN.transliterate(text);
  }

  /** The runs of letters and digits of the folded text. */
  public static List<String> words(String text) {
    String folded = fold(text);
    var words = new ArrayList<String>();
    int from = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean inWord = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (inWord && from < 0) {
        from = i;
      } else if (!inWord && from >= 0) {
        words.add(folded.substring(from, i));
        from = -1;
      }
    }
    return words;
  }

  /** Only the letters a-z and digits of the folded text. */
  public static String letters(String text) {
    return String.join("", words(text));
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String lower(String ascii) {
    return ascii.toLowerCase(Locale.ROOT);
  }
}
