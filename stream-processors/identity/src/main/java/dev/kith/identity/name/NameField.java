package dev.kith.identity.name;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a name field says besides a name: that several people wrote together (Ann Lee & Bo Kim), or
 * that a relay writes for somebody (Ann Lee via Hikers). The first is like the name of each of them
 * and would make them one; the address beside the second is the relay's and nobody's own.
 */
public final class NameField {
  private static final Pattern AND = Pattern.compile("(?i)\\s(?:and|und|with|et)\\s|\\s?[&+/]\\s?");
  private static final Pattern VIA = Pattern.compile("(?i)(?<=\\S)\\s+via\\s+\\S.*");

  /** Letters on both sides, or what stands between them is decoration. */
  private static final Pattern WORD = Pattern.compile(".*\\p{L}{2}.*");

  /** "Lee, Ann" is one person, and so is "Ann Lee, Example Foundation". */
  private static final int MAX_PARTS_OF_ONE = 2;

  private NameField() {}

  /** Whether {@code text} is written as the names of more than one person. */
  public static boolean isSeveralPeople(String text) {
    String plain = PersonName.withoutAside(text);
    return AND.splitAsStream(plain).filter(NameField::isWord).count() > 1
        || Arrays.stream(plain.split(",")).filter(NameField::isFullName).count() > MAX_PARTS_OF_ONE;
  }

  /** Whether {@code text} says that somebody writes through another's address. */
  public static boolean isRelayed(String text) {
    return VIA.matcher(text).find();
  }

  /** {@code text} without the relay. */
  static String withoutRelay(String text) {
    return VIA.matcher(text).replaceAll("");
  }

  private static boolean isWord(String part) {
    return WORD.matcher(part).matches();
  }

  private static boolean isFullName(String part) {
    return part.strip().indexOf(' ') > 0 && isWord(part);
  }
}
