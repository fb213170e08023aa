package dev.kith.api.introductions;

import java.util.List;

/**
 * A path in the graph of relationships.
 *
 * @param people ids of the persons, from the viewer to the target
 * @param steps the relationships between them, one fewer
 */
record IntroductionPath(List<String> people, List<PathStep> steps) {
  /** Keeps its own copies. */
  IntroductionPath {
    people = List.copyOf(people);
    steps = List.copyOf(steps);
  }

  /** The persons between the viewer and the target. */
  List<String> between() {
    return people.subList(1, people.size() - 1);
  }

  /** The product of the strengths, each as a fraction, from 0 to 100. */
  double score() {
    return 100
        * steps.stream().mapToDouble(step -> step.strength() / 100).reduce(1, (a, b) -> a * b);
  }
}
