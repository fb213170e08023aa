package dev.kith.indexing.text;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which languages a letter speaks for: those few that write it, or the one of its script. */
final class LetterLanguages {
  private static final Map<UnicodeScript, String> SCRIPTS =
      Map.of(
          UnicodeScript.GREEK, "el",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja",
          UnicodeScript.HAN, "zh",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.THAI, "th",
          UnicodeScript.ARMENIAN, "hy",
          UnicodeScript.GEORGIAN, "ka");

  private static final Map<Character, List<String>> LETTERS = new HashMap<>();

  static {
    with("äö", "de", "fi", "sv");
    with("ø", "da", "no");
    with("æ", "da", "no");
    with("å", "da", "no", "sv");
    with("ß", "de");
    with("ü", "de", "hu", "tr");
    with("ñ", "es");
    with("ãõ", "pt");
    with("ç", "fr", "pt", "tr", "ca");
    with("œêëîû", "fr");
    with("èù", "fr", "it");
    with("à", "fr", "it", "ca");
    with("òì", "it");
    with("áíóú", "es", "pt", "hu", "cs");
    with("řěůčšžýť", "cs");
    with("őű", "hu");
    with("ășțţ", "ro");
    with("ğış", "tr");
    with("łżźćńśąę", "pl");
    with("іїєґ", "uk");
    with("ыэё", "ru");
    with("ъ", "bg");
  }

  private LetterLanguages() {}

  private static void with(String letters, String... languages) {
    letters.chars().forEach(letter -> LETTERS.put((char) letter, List.of(languages)));
  }

  /** None for a letter that many languages have. */
  static List<String> languages(char letter) {
    return LETTERS.getOrDefault(letter, List.of());
  }

  /** The one language that is written in the script of this letter; empty if there are several. */
  static String onlyLanguage(int letter) {
    return SCRIPTS.getOrDefault(UnicodeScript.of(letter), "");
  }
}
