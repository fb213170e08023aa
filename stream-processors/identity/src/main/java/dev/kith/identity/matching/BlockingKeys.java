package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import dev.kith.identity.name.SpellingKey;
import java.util.SortedSet;
import java.util.TreeSet;

/** Blocking: only accounts that share a key are compared. */
public final class BlockingKeys {
  /** A key held by more accounts than this is ignored. */
  public static final int LARGEST_BLOCK = 30;

  private static final int SHORTEST_STEM = 5;

  private BlockingKeys() {}

  /** The blocking keys of an account, each with a prefix for its kind. */
  public static SortedSet<String> keys(AccountFeatures features) {
    var keys = new TreeSet<String>();
    for (Handle handle : features.handlesAndNicknames()) {
      keys.add("h:" + handle);
      keys.add("h:" + handle.untitled());
      if (handle.digits() > 0 && handle.stem().length() >= SHORTEST_STEM) {
        keys.add("h:" + handle.stem());
      }
    }
    for (PersonName name : features.fullNames()) {
      keys.add("n:" + SpellingKey.key(name));
      keys.add("i:" + name.given().charAt(0) + " " + SpellingKey.of(name.family()));
      HandleForms.of(name).keySet().forEach(form -> keys.add("h:" + form));
    }
    features.logins().forEach((platform, login) -> keys.add("l:" + platform + " " + login));
    return keys;
  }
}
