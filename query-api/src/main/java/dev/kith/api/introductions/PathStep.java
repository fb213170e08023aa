package dev.kith.api.introductions;

import dev.kith.api.index.PairStrength;
import dev.kith.api.query.Moment;
import dev.kith.schemas.PersonPair;

/**
 * A relationship as a step of a path.
 *
 * @param pair the two persons
 * @param strength 0 to 100, at the moment of the request
 */
record PathStep(PersonPair pair, double strength) {
  static PathStep of(PairStrength bond, Moment moment) {
    return new PathStep(bond.pair(), moment.formula().strengthOf(bond.sum()));
  }

  boolean joins(String person) {
    return pair.a().equals(person) || pair.b().equals(person);
  }

  String other(String person) {
    return pair.a().equals(person) ? pair.b() : pair.a();
  }
}
