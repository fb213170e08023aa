package dev.kith.demo;

/**
 * Two people who turn to each other. Whoever has no tie never writes directly, answers or reviews.
 *
 * @param a one of them
 * @param b the other
 * @param rhythm how often
 */
record Tie(Person a, Person b, Rhythm rhythm) {

  boolean joins(Person one, Person other) {
    return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
  }

  boolean has(Person person) {
    return a.equals(person) || b.equals(person);
  }

  Person other(Person person) {
    return a.equals(person) ? b : a;
  }
}
