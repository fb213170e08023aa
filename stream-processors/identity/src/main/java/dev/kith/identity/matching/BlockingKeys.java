package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import dev.kith.identity.name.SpellingKey;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which accounts are compared at all: those that share a key. */
public final class BlockingKeys {
  /** A key held by more accounts than this proves nothing and leads nowhere. */
  public static final int LARGEST_BLOCK = 30;

  private static final int SHORTEST_STEM = 5;

  private BlockingKeys() {}

  /** The keys of an account, each with a letter in front that says what it is. */
  public static SortedSet<String> keys(AccountFeatures traits) {
    var keys = new TreeSet<String>();
    for (Handle handle : traits.goesBy()) {
      keys.add("h:" + handle);
      keys.add("h:" + handle.untitled());
      if (handle.digits() > 0 && handle.stem().length() >= SHORTEST_STEM) {
        keys.add("h:" + handle.stem());
      }
    }
    for (PersonName name : traits.fullNames()) {
      keys.add("n:" + SpellingKey.key(name));
      keys.add("i:" + name.given().charAt(0) + " " + SpellingKey.of(name.family()));
      HandleForms.of(name).keySet().forEach(form -> keys.add("h:" + form));
    }
    traits.logins().forEach((platform, login) -> keys.add("l:" + platform + " " + login));
    return keys;
  }
}
