package dev.kith.api.changes;

import java.util.Optional;

/** Searches that were given an id, so that they can be followed under it. */
public interface KnownSearches {
  /** What a search looks for; empty if there is none by this id. */
  Optional<Wanted> byId(String id);

  /**
   * What to look for, as a caller would write it.
   *
   * @param what to look for
   * @param q which of them
   * @param as who asks
   */
  record Wanted(What what, Optional<String> q, Optional<String> as) {}
}
