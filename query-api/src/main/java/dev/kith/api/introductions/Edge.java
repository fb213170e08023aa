package dev.kith.api.introductions;

import dev.kith.api.index.PairStrength;
import dev.kith.api.query.Moment;
import dev.kith.schemas.PersonPair;

/**
 * A relationship as a step of a path.
 *
 * @param pair between whom
 * @param strength 0 to 100, at the moment of the question
 */
record Edge(PersonPair pair, double strength) {
  static Edge of(PairStrength bond, Moment moment) {
    return new Edge(bond.pair(), moment.formula().strengthOf(bond.sum()));
  }

  boolean joins(String person) {
    return pair.a().equals(person) || pair.b().equals(person);
  }

  String other(String person) {
    return pair.a().equals(person) ? pair.b() : pair.a();
  }
}
