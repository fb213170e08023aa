package dev.kith.indexing.text;

import java.util.Locale;
import java.util.Set;

/** Takes off what an apostrophe joins to a word: French articles, the English possessive. */
final class Apostrophes {
  private static final Set<String> BEFORE =
      Set.of(
          "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un",
          "all", "dell", "nell", "dall", "sull", "quell");

  private Apostrophes() {}

  static String without(String word) {
    int at = apostrophe(word);
    if (at <= 0) {
      return word;
    }
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    if (BEFORE.contains(before.toLowerCase(Locale.ROOT))) {
      return after;
    }
    return after.equalsIgnoreCase("s") ? before : before + "'" + after;
  }

  private static int apostrophe(String word) {
    int straight = word.indexOf('\'');
    return straight >= 0 ? straight : word.indexOf('’');
  }
}
