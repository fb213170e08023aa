package dev.kith.identity.name;

import java.util.Set;

/** Compares two given names that begin with the same letter. */
final class GivenNames {
  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONGEST_NICKNAME = 5;
  private static final int LEAST_SHARED = 2;

  /** Nicknames that share no more than the first letter with the name. */
  private static final Set<String> NICKNAMES =
      Set.of(
          "jim james",
          "jack john",
          "hank henry",
          "harry henry",
          "jupp josef",
          "kit katherine",
          "meg margaret",
          "molly margaret",
          "molly mary",
          "tad thaddeus",
          "ted theodore",
          "vova vladimir",
          "volodya vladimir");

  private GivenNames() {}

  /**
   * Whether both may be forms of one given name: equal, one a prefix of the other, one a typing
   * error or another spelling of the other, or one a nickname (Mike and Michael).
   */
  static boolean areCompatible(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    int shared = sharedBeginning(shorter, longer);
    boolean beginning = shared == shorter.length() && shared >= SHORTEST_BEGINNING;
    boolean nickname = shared >= LEAST_SHARED && shorter.length() <= LONGEST_NICKNAME;
    return beginning
        || nickname
        || NICKNAMES.contains(one + " " + other)
        || NICKNAMES.contains(other + " " + one)
        || SpellingKey.of(one).equals(SpellingKey.of(other))
        || isOneEditApart(shorter, longer);
  }

  private static int sharedBeginning(String shorter, String longer) {
    int shared = 0;
    while (shared < shorter.length() && shorter.charAt(shared) == longer.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  /** Whether inserting, removing or replacing one letter turns one into the other. */
  private static boolean isOneEditApart(String shorter, String longer) {
    int more = longer.length() - shorter.length();
    if (more > 1) {
      return false;
    }
    int at = sharedBeginning(shorter, longer);
    String rest = shorter.substring(Math.min(shorter.length(), at + 1 - more));
    return longer.substring(Math.min(longer.length(), at + 1)).equals(rest);
  }
}
