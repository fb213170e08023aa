package dev.kith.identity;

/** What the ledger has found. */
sealed interface LedgerNews {

  /** To an account: who the eldest account of its person is. */
  record Placed(String account, String seed) implements LedgerNews {}

  /** To a person: what speaks for and against them. */
  record Explained(String person, Findings findings) implements LedgerNews {}
}
