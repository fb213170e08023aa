package dev.kith.identity.name;

import java.util.ArrayList;
import java.util.Collections;

/**
 * Makes one of the spellings in which a name is brought into plain Latin letters: umlauts are
 * written with an e or without, Slavic and Indian names in many ways.
 */
public final class SpellingKey {
  private final String word;
  private final StringBuilder alike;

  private SpellingKey(String word) {
    this.word = word;
    this.alike = new StringBuilder(word.length() + 2);
  }

  /** The same for all ways to write {@code word}; initials and digits stay as they are. */
  public static String of(String word) {
    var spelling = new SpellingKey(word);
    for (int i = 0; i < word.length(); ) {
      i += spelling.take(i);
    }
    return spelling.alike.toString();
  }

  /** The same for every order and spelling of the words. */
  public static String key(PersonName name) {
    var words = new ArrayList<>(name.words().stream().map(SpellingKey::of).toList());
    Collections.sort(words);
    return String.join(" ", words);
  }

  /** Whether the two can be spellings of one name at all; much faster than to make the keys. */
  public static boolean areLikely(PersonName one, PersonName other) {
    int apart = one.length() - other.length();
    return one.words().size() == other.words().size() && Math.abs(apart) <= one.words().size() * 2;
  }

  /** Writes what begins at {@code i}; how many letters that is. */
  private int take(int i) {
    char letter = word.charAt(i);
    char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
    if (next == 'e' && isOneOf("aou", letter)) {
      return write(letter, 2);
    }
    if (next == 'h') {
      return switch (letter) {
        case 'p' -> write('f', 2);
        case 'k' -> write('h', 2);
        case 'b', 'c', 'd', 'g', 's', 't', 'z' -> write(letter, 2);
        default -> write(letter, 1);
      };
    }
    return switch (letter) {
      case 'y' -> write('i', 1);
      case 'w' -> write('v', 1);
      case 'c' -> next == 'k' ? write('k', 2) : write(letter, 1);
      case 'j' -> write(isOneOf("aeiou", last()) ? 'i' : 'j', 1);
      case 'x' -> write('k', 0) + write('s', 1);
      default -> write(letter, 1);
    };
  }

  /** Double letters become one, and ei becomes i. */
  private int write(char letter, int read) {
    if (letter == 'i' && last() == 'e') {
      alike.setLength(alike.length() - 1);
    }
    if (last() != letter) {
      alike.append(letter);
    }
    return read;
  }

  private char last() {
    return alike.isEmpty() ? 0 : alike.charAt(alike.length() - 1);
  }

  private static boolean isOneOf(String letters, char letter) {
    return letters.indexOf(letter) >= 0;
  }
}
