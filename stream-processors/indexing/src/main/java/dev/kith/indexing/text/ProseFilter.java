package dev.kith.indexing.text;

import java.util.Set;

/**
 * Which lines of a text are prose, and not code, a trailer, a greeting or a name below a letter.
 */
final class ProseFilter {
  private static final int A_FEW_WORDS = 30;
  private static final int ENOUGH_TO_TELL = 8;
  private static final double MOSTLY = 0.7;
  private static final int LONGEST_NAME = 40;
  private static final int MAX_NAMES = 4;
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ten",
          "van", "von", "y", "zu");
  private static final String MARKS_OF_CODE = ">+|@$%=#~<{}";
  private static final Set<String> TRAILERS = Set.of("Cc:", "Fixes:", "See:", "Link:", "Closes:");

  private ProseFilter() {}

  static boolean is(String line, boolean alone) {
    String bare = line.strip();
    return !bare.isEmpty()
        && MARKS_OF_CODE.indexOf(line.charAt(0)) < 0
        && isMostlyLetters(bare)
        && !isTrailer(bare)
        && (alone || !(isGreeting(bare) || isName(bare)));
  }

  private static boolean isMostlyLetters(String line) {
    int letters = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLetter(c) || Character.isWhitespace(c)) {
        letters++;
      }
    }
    return line.length() < ENOUGH_TO_TELL || letters >= MOSTLY * line.length();
  }

  /** Such as {@code Signed-off-by: Ann Lee}. */
  private static boolean isTrailer(String line) {
    int colon = line.indexOf(": ");
    int hyphen = line.indexOf('-');
    int space = line.indexOf(' ');
    return (hyphen > 0 && hyphen < colon && colon < space)
        || (colon > 0 && TRAILERS.contains(line.substring(0, colon + 1)));
  }

  /** {@code Hello Ann,} or, at the end, {@code Ann}. */
  private static boolean isGreeting(String line) {
    return line.length() <= A_FEW_WORDS
        && (line.endsWith(",") || (line.indexOf(' ') == line.lastIndexOf(' ') && !isEnded(line)));
  }

  /** As somebody signs: {@code Gaëlle Le Goff}. */
  private static boolean isName(String line) {
    if (line.length() > LONGEST_NAME || isEnded(line)) {
      return false;
    }
    String[] words = line.split(" ", -1);
    for (String word : words) {
      if (word.isEmpty() || !(Character.isUpperCase(word.charAt(0)) || PARTICLES.contains(word))) {
        return false;
      }
    }
    return words.length <= MAX_NAMES;
  }

  private static boolean isEnded(String line) {
    return ".!?:;…".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
