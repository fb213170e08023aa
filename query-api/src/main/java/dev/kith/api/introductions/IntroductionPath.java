package dev.kith.api.introductions;

import dev.kith.api.index.RelationshipsIndex.PairStrength;
import dev.kith.api.query.Moment;
import dev.kith.schemas.PersonPair;
import java.util.List;

/**
 * A path in the graph of relationships.
 *
 * @param people ids of the persons, from the viewer to the target
 * @param steps the relationships between them, one fewer
 */
record IntroductionPath(List<String> people, List<PathStep> steps) {
  /** The persons between the viewer and the target. */
  List<String> between() {
    return people.subList(1, people.size() - 1);
  }

  /** The product of the strengths, each as a fraction, from 0 to 100. */
  double score() {
    return 100
        * steps.stream().mapToDouble(step -> step.strength() / 100).reduce(1, (a, b) -> a * b);
  }

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
}
