package dev.kith.identity.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A display name split into words.
 *
 * @param words folded, in order, given name first, without titles; never empty
 * @param generation 1 for senior, 2 for junior, and so on; 0 if the name states none
 */
public record PersonName(List<String> words, int generation) {
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|<[^>]*>|\\[[^\\]]*\\]");
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  /** Characters that are not displayed: directional marks, joiners, soft hyphens. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  public PersonName {
    words = List.copyOf(words);
  }

  /** Parses {@code text}; empty if it is a placeholder, an organisation or several names. */
  public static Optional<PersonName> parse(String text) {
    if (NameField.isSeveralPeople(text)) {
      return Optional.empty();
    }
    if (PlaceholderNames.isNobody(text)) {
      return Optional.empty();
    }
    String visible = INVISIBLE.matcher(NameField.withoutRelay(text)).replaceAll("");
    var stated = Honorifics.parse(beforeAt(withoutAside(visible)));
    String plain = stated.name();
    List<String> words = NameNormalizer.words(plain);
    if (words.size() == 1) {
      words = splitCamelCase(plain, words);
    }
    return PlaceholderNames.isPlaceholder(words) || PlaceholderNames.isOrganisation(plain)
        ? Optional.empty()
        : Optional.of(new PersonName(words, stated.generation()));
  }

  /** Whether the name has both a given and a family name. */
  public boolean hasFamilyName() {
    return words.size() > 1;
  }

  /** The word that stands first: the given name in most of the world. */
  public String given() {
    return words.getFirst();
  }

  /** The word that stands last: the family name in most of the world. */
  public String family() {
    return words.getLast();
  }

  /** The words in sorted order: names that differ in word order only have the same key. */
  public String key() {
    var sorted = new ArrayList<>(words);
    Collections.sort(sorted);
    return String.join(" ", sorted);
  }

  /** Whether both have the same {@link #key()}, which is computed only if cheaper checks pass. */
  public boolean hasWordsOf(PersonName other) {
    return words.equals(other.words)
        || (words.size() == other.words.size()
            && words.containsAll(other.words)
            && key().equals(other.key()));
  }

  /**
   * Whether the two are unlikely to be names of one person: the same family name and initial, but
   * different given names written out (Ann and Abel), or different generations (father and son).
   */
  public boolean contradicts(PersonName other) {
    boolean generations = generation > 0 && other.generation > 0 && generation != other.generation;
    return generations || hasOtherGivenName(other);
  }

  private boolean hasOtherGivenName(PersonName other) {
    String one = given();
    String two = other.given();
    return family().equals(other.family())
        && one.charAt(0) == two.charAt(0)
        && Math.min(one.length(), two.length()) > 1
        && !mayHaveGivenNameOf(other);
  }

  private boolean mayHaveGivenNameOf(PersonName other) {
    return GivenNames.areCompatible(given(), other.given())
        || words.contains(other.given())
        || other.words.contains(given());
  }

  /** Why the two are not names of one person; symmetric. */
  public String differenceFrom(PersonName other) {
    return Stream.of(this, other)
        .map(PersonName::withGeneration)
        .sorted()
        .collect(Collectors.joining(" and ", "", " are different names"));
  }

  /** Whether both may be forms of one name: the same words, or family name and like given name. */
  boolean isLike(PersonName other) {
    return hasWordsOf(other) || (family().equals(other.family()) && mayHaveGivenNameOf(other));
  }

  private String withGeneration() {
    return generation == 0 ? toString() : this + " (generation " + generation + ")";
  }

  /** The number of characters, with a space between words. */
  public int length() {
    int length = words.size() - 1;
    for (String word : words) {
      length += word.length();
    }
    return length;
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }

  private static String beforeAt(String text) {
    int at = text.indexOf('@');
    return at < 0 ? text : text.substring(0, at);
  }

  /** Removes what stands in brackets from {@code text}. */
  static String withoutAside(String text) {
    boolean plain = text.indexOf('(') < 0 && text.indexOf('<') < 0 && text.indexOf('[') < 0;
    return plain ? text : ASIDE.matcher(text).replaceAll(" ");
  }

  /** Splits "AnnLee" into two words, but neither "McLee" nor "aLee". */
  private static List<String> splitCamelCase(String plain, List<String> whole) {
    List<String> parts = NameNormalizer.words(CAMEL.matcher(plain.strip()).replaceAll(" "));
    return parts.stream().allMatch(part -> part.length() > 2) ? parts : whole;
  }
}
