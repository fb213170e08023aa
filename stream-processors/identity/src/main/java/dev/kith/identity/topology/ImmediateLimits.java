package dev.kith.identity.topology;

/**
 * How much is done for each single record. Larger work waits a moment, and is then done once for
 * all records that have arrived.
 *
 * @param nodes of a component that is clustered at once
 * @param accounts of a person that is written at once, in one piece
 */
record ImmediateLimits(int nodes, int accounts) {
  static final ImmediateLimits USUAL = new ImmediateLimits(256, 64);
}
