package dev.kith.indexing.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which language a text is, told by its small words, its letters and its script. In doubt
 * nothing is said: a search by language shall find what is in it.
 */
final class LanguageDetector {
  private static final double ENOUGH = 1.2;
  private static final double CLEARLY = 1.25;
  private static final double LETTER = 0.5;
  private static final int LAST_LATIN = 0x24F;
  private static final int LAST_ASCII = 0x7F;
  private static final int MAX_WORDS = 150;
  private static final int MAX_CHARACTERS = 300;

  private final Map<String, Double> votes = new HashMap<>();

  private LanguageDetector() {}

  /** The ISO 639-1 code; empty in doubt. */
  static String of(List<TextToken> words, String title, String text) {
    var language = new LanguageDetector();
    language.readScript(title);
    language.readScript(text);
    int read = Math.min(words.size(), MAX_WORDS);
    for (int i = 0; i < read; i++) {
      language.read(words.get(i).text());
    }
    return language.clearly();
  }

  /** What is written without spaces has no words to tell by. Kana say more than Chinese signs. */
  private void readScript(String text) {
    int length = Math.min(text.length(), MAX_CHARACTERS);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > LAST_LATIN && Character.isLetter(c)) {
        String language = LetterLanguages.onlyLanguage(c);
        if (!language.isEmpty()) {
          votes.merge(language, language.equals("ja") ? 1 : LETTER, Double::sum);
        }
      }
    }
  }

  /** What few languages have says more. */
  private void read(String word) {
    vote(StopWords.languages(word), 1);
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > LAST_ASCII) {
        vote(LetterLanguages.languages(word.charAt(i)), LETTER);
      }
    }
  }

  private void vote(List<String> languages, double weight) {
    for (String language : languages) {
      votes.merge(language, weight / languages.size(), Double::sum);
    }
  }

  private String clearly() {
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
}
