package dev.kith.identity.linkage;

import java.util.SortedSet;
import java.util.TreeSet;

/** Which accounts are compared at all: those that share a key. */
public final class Blocking {
  /** A key held by more accounts than this proves nothing and leads nowhere. */
  public static final int LARGEST_BLOCK = 30;

  private static final int SHORTEST_STEM = 5;

  private Blocking() {}

  /** The keys of an account, each with a letter in front that says what it is. */
  public static SortedSet<String> keys(Traits traits) {
    var keys = new TreeSet<String>();
    for (Handle handle : traits.goesBy()) {
      keys.add("h:" + handle);
      keys.add("h:" + handle.untitled());
      if (handle.digits() > 0 && handle.stem().length() >= SHORTEST_STEM) {
        keys.add("h:" + handle.stem());
      }
    }
    for (PersonName name : traits.fullNames()) {
      keys.add("n:" + SpelledAlike.key(name));
      keys.add("i:" + name.given().charAt(0) + " " + SpelledAlike.of(name.family()));
      HandleForms.of(name).keySet().forEach(form -> keys.add("h:" + form));
    }
    traits.logins().forEach((platform, login) -> keys.add("l:" + platform + " " + login));
    return keys;
  }
}
