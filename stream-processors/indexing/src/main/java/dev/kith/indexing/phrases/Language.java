package dev.kith.indexing.phrases;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which language a text is, told by its function words, and by its script where that is written
 * in one language only. In doubt nothing is said: a search by language shall find what is in it.
 */
final class Language {
  /** As much as two words that only this language has. */
  private static final double ENOUGH = 1.5;

  private static final double CLEARLY = 1.4;
  private static final int LAST_LATIN = 0x24F;
  private static final int MOST_WORDS = 150;

  private static final Map<UnicodeScript, String> ONE_LANGUAGE =
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

  private Language() {}

  /** The ISO 639-1 code; empty in doubt. */
  static String of(List<Word> words) {
    Map<String, Double> votes = new HashMap<>();
    int read = Math.min(words.size(), MOST_WORDS);
    for (int i = 0; i < read; i++) {
      vote(words.get(i).text(), votes);
    }
    String best = "";
    double most = 0;
    double next = 0;
    for (var vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        next = most;
        most = vote.getValue();
        best = vote.getKey();
      } else {
        next = Math.max(next, vote.getValue());
      }
    }
    return most >= ENOUGH && most >= CLEARLY * next ? best : "";
  }

  /** What few languages have says more. */
  private static void vote(String word, Map<String, Double> votes) {
    List<String> languages = StopWords.languages(word);
    for (String language : languages) {
      votes.merge(language, 1.0 / languages.size(), Double::sum);
    }
    if (word.charAt(0) > LAST_LATIN) {
      String language = ONE_LANGUAGE.get(UnicodeScript.of(word.codePointAt(0)));
      if (language != null) {
        votes.merge(language, 1.0, Double::sum);
      }
    }
  }
}
