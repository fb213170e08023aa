package dev.kith.api.introductions;

import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.search.Moment;

/**
 * A relationship as a step of a path.
 *
 * @param relationship between whom
 * @param strength 0 to 100, at the moment of the question
 */
record Edge(RelationshipDocument relationship, double strength) {
  static Edge of(RelationshipDocument relationship, Moment moment) {
    return new Edge(
        relationship, moment.formula().strength(relationship.halfLives(), moment.days()));
  }

  boolean joins(String person) {
    return relationship.a().equals(person) || relationship.b().equals(person);
  }
}
