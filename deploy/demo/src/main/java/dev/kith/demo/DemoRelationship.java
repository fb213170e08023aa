package dev.kith.demo;

/**
 * Two people who turn to each other. Whoever has no tie never writes directly, answers or reviews.
 *
 * @param a one of them
 * @param b the other
 * @param rhythm how often
 */
record DemoRelationship(DemoPerson a, DemoPerson b, ContactRate rhythm) {

  boolean joins(DemoPerson one, DemoPerson other) {
    return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
  }

  boolean has(DemoPerson person) {
    return a.equals(person) || b.equals(person);
  }

  DemoPerson other(DemoPerson person) {
    return a.equals(person) ? b : a;
  }
}
