package dev.kith.benchmarks.search;

import java.util.List;

/** Pronounceable made-up words. Each number always gives the same word, and no two the same. */
public final class SyntheticVocabulary {
  private static final List<String> BEGINNINGS =
      List.of(
          "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "qu",
          "r", "s", "st", "t", "tr", "v", "w", "z");
  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ai", "ou", "ie");
  private static final List<String> ENDINGS = List.of("", "n", "r", "l", "s");
  private static final int SYLLABLES = 1_000;

  private SyntheticVocabulary() {}

  /** Returns a word: two syllables for the first million numbers, three beyond. */
  public static String word(int number) {
    long spread = (number * 387_631L + 7) % (SYLLABLES * SYLLABLES);
    StringBuilder word = new StringBuilder(12);
    for (int rest = number / (SYLLABLES * SYLLABLES); rest > 0; rest /= SYLLABLES) {
      word.append(syllable(rest % SYLLABLES));
    }
    word.append(syllable((int) (spread / SYLLABLES)));
    return word.append(syllable((int) (spread % SYLLABLES))).toString();
  }

  private static String syllable(int number) {
    return BEGINNINGS.get(number % BEGINNINGS.size())
        + VOWELS.get(number / BEGINNINGS.size() % VOWELS.size())
        + ENDINGS.get(number / BEGINNINGS.size() / VOWELS.size());
  }

  /** Returns a word with a capital first letter. */
  public static String name(int number) {
    String word = word(number);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
