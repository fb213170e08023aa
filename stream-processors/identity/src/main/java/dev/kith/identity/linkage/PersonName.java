package dev.kith.identity.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A display name taken apart.
 *
 * @param words folded, in order, given name first; never empty
 */
record PersonName(List<String> words) {
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|<[^>]*>|\\[[^\\]]*\\]");
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  /** What stands in a name field without being anybody's name. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "unknown",
          "root",
          "user",
          "none",
          "nobody",
          "admin",
          "administrator",
          "test",
          "anonymous",
          "developer",
          "ubuntu",
          "name",
          "firstname",
          "lastname",
          "your",
          "me",
          "git",
          "github",
          "student",
          "guest",
          "noreply",
          "null",
          "undefined");

  PersonName {
    words = List.copyOf(words);
  }

  /** The name that {@code text} states, if it states one, and one only. */
  static Optional<PersonName> parse(String text) {
    if (NameField.isSeveral(text)) {
      return Optional.empty();
    }
    String plain = inOrder(beforeAt(withoutAside(NameField.withoutRelay(text))));
    List<String> words = Folding.words(plain);
    if (words.size() == 1) {
      words = splitCamelCase(plain, words);
    }
    boolean placeholder = words.stream().allMatch(PLACEHOLDERS::contains);
    return placeholder ? Optional.empty() : Optional.of(new PersonName(words));
  }

  /** Given and family name are both there. */
  boolean isFull() {
    return words.size() > 1;
  }

  /** The word that stands first: the given name in most of the world. */
  String given() {
    return words.getFirst();
  }

  /** The word that stands last: the family name in most of the world. */
  String family() {
    return words.getLast();
  }

  /** The same for every order of the words. */
  String key() {
    var sorted = new ArrayList<>(words);
    Collections.sort(sorted);
    return String.join(" ", sorted);
  }

  /** Whether the two have one {@link #key()}, which is seldom made for that. */
  boolean hasWordsOf(PersonName other) {
    return words.equals(other.words)
        || (words.size() == other.words.size()
            && words.containsAll(other.words)
            && key().equals(other.key()));
  }

  /** How many letters and spaces. */
  int length() {
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

  /** {@code text} without what stands in brackets. */
  static String withoutAside(String text) {
    boolean plain = text.indexOf('(') < 0 && text.indexOf('<') < 0 && text.indexOf('[') < 0;
    return plain ? text : ASIDE.matcher(text).replaceAll(" ");
  }

  /** Turns "Lee, Ann" round. */
  private static String inOrder(String text) {
    if (text.indexOf(',') < 0) {
      return text;
    }
    String[] parts = text.split(",", -1);
    boolean inverted = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
    return inverted ? parts[1] + " " + parts[0] : text;
  }

  /** "AnnLee" is two words; "McLee" is not, nor is "aLee". */
  private static List<String> splitCamelCase(String plain, List<String> whole) {
    List<String> parts = Folding.words(CAMEL.matcher(plain.strip()).replaceAll(" "));
    return parts.stream().allMatch(part -> part.length() > 2) ? parts : whole;
  }
}
