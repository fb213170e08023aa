package dev.kith.identity.name;

import dev.kith.schemas.PlaceholderList;
import dev.kith.schemas.PlaceholderList.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in a name field that are nobody's name: "Deleted User", "First Last", a role, a company, an
 * address, or a text that is not displayed as it is written.
 */
public final class PlaceholderNames {
  private static final Set<String> WORDS = folded(Section.WORDS, true);
  private static final Set<String> PHRASES = folded(Section.PHRASES, false);
  private static final Set<String> PHRASE_BEGINNINGS =
      PHRASES.stream()
          .map(phrase -> phrase.substring(0, (phrase + " ").indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> DEVICES = folded(Section.DEVICES, true);
  private static final Set<String> ENDINGS = folded(Section.ENDINGS, true);
  private static final Set<String> CAPITAL_ENDINGS =
      PlaceholderList.lines(Section.CAPITAL_ENDINGS).stream()
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .collect(Collectors.toSet());

  private static final Pattern SPACE = Pattern.compile("\\s");

  /** Directional overrides show the letters in another order than they are in. */
  private static final Pattern OVERRIDE = Pattern.compile("[\\u202D\\u202E]");

  private PlaceholderNames() {}

  /** Whether {@code text} is nobody's name. */
  public static boolean isNobody(String text) {
    return OVERRIDE.matcher(text).find()
        || isAddress(text)
        || isNothingButAnOrganisation(text)
        || isPlaceholder(NameNormalizer.words(text));
  }

  /** Behind a comma an organisation is where somebody works, unless it is "Quill, Inc." */
  private static boolean isNothingButAnOrganisation(String text) {
    int comma = text.lastIndexOf(',');
    return isOrganisation(text)
        && (comma < 0
            || !SPACE.matcher(text.substring(0, comma).strip()).find()
            || !SPACE.matcher(text.substring(comma + 1).strip()).find());
  }

  /** An address is not a name, not even one that was made unreadable for robots. */
  private static boolean isAddress(String text) {
    String plain = text.strip();
    int at = plain.indexOf('@');
    return at > 0
        ? plain.indexOf('.', at) > 0 && !SPACE.matcher(plain).find()
        : plain.contains(" at ") && plain.contains(" dot ");
  }

  /** Whether these folded words are a placeholder's or a role's; no words at all are, too. */
  public static boolean isPlaceholder(List<String> words) {
    boolean number = !words.isEmpty();
    boolean all = true;
    for (String word : words) {
      String letters = withoutDigits(word);
      number = number && letters.isEmpty();
      all = all && (letters.isEmpty() || WORDS.contains(letters));
    }
    return !number && (all || isPhrase(words) || isDevice(words));
  }

  private static boolean isPhrase(List<String> words) {
    return PHRASE_BEGINNINGS.contains(withoutDigits(words.getFirst()))
        && PHRASES.contains(
            words.stream()
                .map(PlaceholderNames::withoutDigits)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" ")));
  }

  /** "iMac de Luc" is what Luc calls his computer. */
  private static boolean isDevice(List<String> words) {
    return words.size() > 1 && words.stream().anyMatch(DEVICES::contains);
  }

  /** Whether the last word says that {@code text} is a company or another organisation. */
  static boolean isOrganisation(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (words.length < 2) {
      return false;
    }
    String last = words[words.length - 1].replace(".", "").replace(",", "");
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    return (!last.isEmpty() && ENDINGS.contains(NameNormalizer.fold(last)))
        || (!shouted && CAPITAL_ENDINGS.contains(last));
  }

  private static String withoutDigits(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  private static Set<String> folded(Section section, boolean each) {
    return PlaceholderList.lines(section).stream()
        .map(NameNormalizer::words)
        .flatMap(words -> each ? words.stream() : Stream.of(String.join(" ", words)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
