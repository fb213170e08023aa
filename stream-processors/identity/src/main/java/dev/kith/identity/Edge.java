package dev.kith.identity;

import org.jspecify.annotations.Nullable;

/**
 * News for the ledger about one end of a tie. A tie between two accounts is said by both and counts
 * while both say the same, so it sleeps while one of them is not there; a tie between account and
 * identifier is said once, by the guard.
 *
 * @param from an account
 * @param to an account or an identifier
 * @param sort of the tie
 * @param tie the tie; null if it is no more
 * @param facts of {@code from}; null if the tie is no more
 */
record Edge(String from, String to, Tie.Sort sort, @Nullable Tie tie, @Nullable Facts facts) {

  static Edge of(String from, String to, Tie tie, Facts facts) {
    return new Edge(from, to, tie.sort(), tie, facts);
  }

  static Edge gone(String from, String to, Tie.Sort sort) {
    return new Edge(from, to, sort, null, null);
  }
}
