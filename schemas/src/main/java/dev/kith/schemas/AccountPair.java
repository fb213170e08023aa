package dev.kith.schemas;

/**
 * Two accounts, the smaller first as Java compares strings, so that a pair has one key.
 *
 * @param a the smaller account id
 * @param b the greater account id
 */
public record AccountPair(String a, String b) {
  private static final char SEPARATOR = '\t';

  /** Refuses a pair that is not in order; {@link #of} puts it in order. */
  public AccountPair {
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException("expected two different accounts, the smaller first");
    }
  }

  /** The pair of two different accounts, in whatever order they are given. */
  public static AccountPair of(String one, String other) {
    return one.compareTo(other) < 0 ? new AccountPair(one, other) : new AccountPair(other, one);
  }

  /** Reads a record key. */
  public static AccountPair parse(String key) {
    int at = key.indexOf(SEPARATOR);
    if (at < 0) {
      throw new IllegalArgumentException("expected two accounts separated by a tab");
    }
    return new AccountPair(key.substring(0, at), key.substring(at + 1));
  }

  /** The record key: both accounts, separated by a tab, which no account contains. */
  public String key() {
    return a + SEPARATOR + b;
  }
}
