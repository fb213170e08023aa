package dev.kith.demo;

/**
 * Two people who are in contact. People without a relationship never write to, answer or review
 * each other directly.
 *
 * @param a one person
 * @param b the other person
 * @param rhythm how often they are in contact
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
