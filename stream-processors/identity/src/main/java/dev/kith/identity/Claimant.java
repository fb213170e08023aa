package dev.kith.identity;

import java.util.List;

/**
 * An account that names an identifier as its own, with what the guard and the ledger need of it.
 */
record Claimant(Facts facts, List<String> names) {
  /** True if neither guard nor ledger could tell the difference. */
  boolean sameAs(Claimant other) {
    return facts.sameAs(other.facts) && names.equals(other.names);
  }
}
