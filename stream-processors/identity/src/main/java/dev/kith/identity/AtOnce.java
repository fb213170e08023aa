package dev.kith.identity;

/**
 * How much is done for each single piece of news. What is larger waits a moment, and is then done
 * once for all that has come meanwhile.
 *
 * @param nodes of a component that is clustered at once
 * @param accounts of a person that is written at once, in one piece
 */
record AtOnce(int nodes, int accounts) {
  static final AtOnce USUAL = new AtOnce(256, 64);
}
