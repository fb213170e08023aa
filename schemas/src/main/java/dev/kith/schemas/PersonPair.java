package dev.kith.schemas;

/**
 * Two persons, the smaller id first, so that a relationship has one key.
 *
 * @param a the smaller person id
 * @param b the greater person id
 */
public record PersonPair(String a, String b) {
  private static final char SEPARATOR = '|';

  /** Refuses a pair that is not in order; {@link #of} puts it in order. */
  public PersonPair {
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException("expected two different persons, the smaller id first");
    }
  }

  /** The pair of two different persons, in whatever order they are given. */
  public static PersonPair of(String one, String other) {
    return one.compareTo(other) < 0 ? new PersonPair(one, other) : new PersonPair(other, one);
  }

  /** Reads a record key or document id. */
  public static PersonPair parse(String key) {
    int at = key.indexOf(SEPARATOR);
    if (at < 0) {
      throw new IllegalArgumentException("expected two person ids separated by |");
    }
    return new PersonPair(key.substring(0, at), key.substring(at + 1));
  }

  /** The record key, and the id of the document in Elasticsearch. */
  public String key() {
    return a + SEPARATOR + b;
  }
}
