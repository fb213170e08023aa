package dev.kith.identity;

import dev.kith.schemas.AccountKind;

/**
 * What clustering needs to know of an account. Facts travel with the evidence, so that an account
 * that is alone never reaches the ledger.
 *
 * @param version tells newer facts from older ones when they come by different ways
 * @param seen earliest moment at which the account was met, in milliseconds since 1970
 * @param kind what stands behind it
 */
record Facts(long version, long seen, AccountKind kind) {
  /** True if only the version differs. */
  boolean sameAs(Facts other) {
    return seen == other.seen && kind == other.kind;
  }
}
