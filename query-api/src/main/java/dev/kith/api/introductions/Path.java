package dev.kith.api.introductions;

import java.util.List;

/**
 * A way from somebody to somebody, over people who know each other.
 *
 * @param people from the viewer to whom is asked about
 * @param steps between them, one fewer
 */
record Path(List<String> people, List<Edge> steps) {
  /** Keeps its own copies. */
  Path {
    people = List.copyOf(people);
    steps = List.copyOf(steps);
  }

  /** Those who would introduce. */
  List<String> between() {
    return people.subList(1, people.size() - 1);
  }

  /** How promising it is, 0 to 100: the product of the strengths, each as a part of 100. */
  double score() {
    return 100
        * steps.stream().mapToDouble(step -> step.strength() / 100).reduce(1, (a, b) -> a * b);
  }
}
