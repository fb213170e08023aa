package dev.kith.identity.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A written name without titles, degrees and generational suffixes: Dr. Ann Lee, PhD is Ann Lee.
 * Titles prove nothing. A generational suffix distinguishes father and son, so it is kept apart.
 *
 * @param name what is left of the text, family name last
 * @param generation 1 for senior, 2 for junior or II, and so on; 0 if the text states none
 */
record Honorifics(String name, int generation) {
  private static final Map<String, Set<String>> WORDS = read();
  private static final int GENERATIONS = 4;

  /** Takes {@code text} apart. */
  static Honorifics parse(String text) {
    List<String> parts = new ArrayList<>();
    int generation = 0;
    boolean afterComma = false;
    for (String part : text.split(",", -1)) {
      var words = new ArrayList<>(words(part));
      int stated = takeSuffixes(words, afterComma, !parts.isEmpty());
      generation = stated > 0 ? stated : generation;
      takeTitles(words);
      if (!words.isEmpty()) {
        parts.add(String.join(" ", words));
      }
      afterComma = true;
    }
    return new Honorifics(inOrder(parts), generation);
  }

  /** Turns "Lee, Ann" round; an organisation behind a comma is no part of the name. */
  private static String inOrder(List<String> parts) {
    if (parts.size() == 2) {
      boolean organisation =
          words(parts.getFirst()).size() > 1 && PlaceholderNames.isOrganisation(parts.getLast());
      return organisation ? parts.getFirst() : parts.getLast() + " " + parts.getFirst();
    }
    return String.join(" , ", parts);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  /** Removes titles in front, as long as a name is left. */
  private static void takeTitles(List<String> words) {
    while (words.size() > 1 && isTitle(words.getFirst())) {
      words.removeFirst();
    }
  }

  /**
   * Removes degrees and generational suffixes at the end.
   *
   * @param named whether a name stands before the comma, so that nothing needs to be left
   * @return the generation that is stated, or 0
   */
  private static int takeSuffixes(List<String> words, boolean afterComma, boolean named) {
    int generation = 0;
    int least = named ? 0 : 1;
    while (words.size() > least) {
      String last = words.getLast();
      int stated = generation(last, named ? 2 : words.size() - 1);
      boolean alone = afterComma && words.size() == 1;
      if (stated == 0 && !isDegree(last, alone)) {
        break;
      }
      generation = stated > 0 ? stated : generation;
      words.removeLast();
    }
    if (!words.isEmpty()) {
      words.add(detached(words.removeLast()));
    }
    return generation;
  }

  private static boolean isTitle(String word) {
    String plain = plain(word);
    return is("before", plain) || (word.endsWith(".") && is("before.", plain));
  }

  private static boolean isDegree(String word, boolean afterComma) {
    String plain = plain(word);
    boolean dotted = word.indexOf('.') >= 0 && word.indexOf('.') < word.length() - 1;
    boolean title = afterComma && is("before", plain);
    return is("after", plain) || title || ((afterComma || dotted) && is("after,", plain));
  }

  /**
   * The generation that {@code word} states; a word that is a family name, too, needs two before
   * it.
   */
  private static int generation(String word, int before) {
    String plain = plain(word);
    boolean isShort = plain.equals("jr") || plain.equals("sr");
    for (int each = 1; each <= GENERATIONS; each++) {
      if (is(String.valueOf(each), plain) && before >= (isShort ? 1 : 2)) {
        return each;
      }
    }
    return 0;
  }

  /** Without a form of address that is written together with the name, as in Japanese. */
  private static String detached(String word) {
    return WORDS.getOrDefault("attached", Set.of()).stream()
        .filter(each -> word.endsWith(each) && word.length() > each.length() + 1)
        .findFirst()
        .map(each -> word.substring(0, word.length() - each.length()))
        .orElse(word);
  }

  private static boolean is(String where, String plain) {
    return WORDS.getOrDefault(where, Set.of()).contains(plain);
  }

  /** Folded, without dots: phd of Ph.D. */
  private static String plain(String word) {
    String letters = word.replace(".", "");
    return letters.isEmpty() ? "" : NameNormalizer.fold(letters).toLowerCase(Locale.ROOT);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new HashMap<>();
    WordList.lines("honorifics.txt")
        .map(line -> Arrays.asList(line.split(" ")))
        .forEach(
            line ->
                words
                    .computeIfAbsent(line.getFirst(), none -> new HashSet<>())
                    .addAll(line.subList(1, line.size())));
    return words.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
  }
}
