package dev.kith.identity;

import org.jspecify.annotations.Nullable;

/**
 * News for the ledger about a tie. A decision is said by both of its accounts and counts while both
 * say the same, so it sleeps while one of them is not there; every other tie is said once, by the
 * guard or by whoever compares accounts.
 *
 * @param from an account
 * @param to an account or an identifier
 * @param sort of the tie
 * @param tie the tie; null if it is no more
 */
record Edge(String from, String to, Tie.Sort sort, @Nullable Tie tie) {

  static Edge of(String from, String to, Tie tie) {
    return new Edge(from, to, tie.sort(), tie);
  }

  static Edge gone(String from, String to, Tie.Sort sort) {
    return new Edge(from, to, sort, null);
  }

  /** True if it stands at both of its ends as soon as it is said. */
  boolean isMutual() {
    return sort != Tie.Sort.DECIDED;
  }
}
