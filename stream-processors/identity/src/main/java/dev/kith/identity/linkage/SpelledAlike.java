package dev.kith.identity.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Makes one of the spellings in which a name is brought into plain Latin letters. */
final class SpelledAlike {
  /** Umlauts are written with an e or without; Slavic and Indian names in many ways. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("([aou])e", "$1"),
          new Rule("x", "ks"),
          new Rule("(?<=[aeiou])j|y", "i"),
          new Rule("ei|ii", "i"),
          new Rule("w", "v"),
          new Rule("ph", "f"),
          new Rule("kh", "h"),
          new Rule("([bcdgpstz])h", "$1"),
          new Rule("ck", "k"),
          new Rule("(.)\\1+", "$1"));

  private SpelledAlike() {}

  private record Rule(Pattern written, String instead) {
    Rule(String written, String instead) {
      this(Pattern.compile(written), instead);
    }
  }

  /** The same for all ways to write {@code word}; initials and digits stay as they are. */
  static String of(String word) {
    String alike = word;
    for (Rule rule : RULES) {
      alike = rule.written().matcher(alike).replaceAll(rule.instead());
    }
    return alike;
  }

  /** The same for every order and spelling of the words. */
  static String key(PersonName name) {
    var words = new ArrayList<>(name.words().stream().map(SpelledAlike::of).toList());
    Collections.sort(words);
    return String.join(" ", words);
  }
}
