package dev.kith.strength.activity;

/**
 * One account an activity is directed at.
 *
 * @param account its id
 * @param kind as in Towards.kind
 */
public record Target(String account, String kind) {
  static final String REPLY = "reply";
}
