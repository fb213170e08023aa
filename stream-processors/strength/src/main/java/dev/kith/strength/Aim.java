package dev.kith.strength;

/**
 * One account an activity is directed at.
 *
 * @param account whom
 * @param kind in which manner, as in Towards.kind
 */
record Aim(String account, String kind) {
  static final String REPLY = "reply";
}
