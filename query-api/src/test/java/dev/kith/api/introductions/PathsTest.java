package dev.kith.api.introductions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.index.RelationshipDocument;
import dev.kith.schemas.PersonPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathsTest {
  private static final int PEOPLE = 200;
  private static final int BEST = 5;

  private static Edge edge(String one, String other, double strength) {
    var pair = PersonPair.of(one, other);
    return new Edge(
        new RelationshipDocument(
            pair.key(),
            pair.a(),
            pair.b(),
            false,
            null,
            null,
            Map.of(),
            0,
            0,
            List.of(),
            List.of(),
            List.of()),
        strength);
  }

  private static List<Edge> at(Set<String> persons, List<Edge> edges) {
    return edges.stream().filter(edge -> persons.stream().anyMatch(edge::joins)).toList();
  }

  @Test
  void aDirectContactIsAPathOfOneStep() {
    var edge = edge("me", "you", 40);

    var paths = new Paths(Set.of("me"), "you", List.of(edge), List.of(edge), BEST);

    assertThat(paths.best()).containsExactly(new Path(List.of("me", "you"), List.of(edge)));
  }

  @Test
  void thePathsAreThoseThatTryingAllOfThemFinds() {
    long seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    for (int run = 0; run < 5; run++) {
      List<Edge> edges = graph(chance);
      Set<String> askers = run % 2 == 0 ? Set.of("p0") : Set.of("p0", "p1", "p2");

      var paths = new Paths(askers, "p9", at(askers, edges), at(Set.of("p9"), edges), BEST);
      paths.over(edges);

      assertThat(scores(paths.best()))
          .as("seed %d", seed)
          .containsExactlyElementsOf(bruteForce(askers, "p9", edges));
    }
  }

  private static List<Edge> graph(Random chance) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < PEOPLE; i++) {
      for (int j = i + 1; j < PEOPLE; j++) {
        if (chance.nextInt(20) == 0) {
          edges.add(edge("p" + i, "p" + j, 1 + 98 * chance.nextDouble()));
        }
      }
    }
    return edges;
  }

  private static List<Double> scores(List<Path> paths) {
    return paths.stream().map(path -> rounded(path.score())).toList();
  }

  private static double rounded(double score) {
    return Math.round(score * 1e6) / 1e6;
  }

  /** Every simple path of at most three steps; of a team, the best-placed member starts it. */
  private static List<Double> bruteForce(Set<String> askers, String target, List<Edge> edges) {
    Map<String, Map<String, Double>> graph = new HashMap<>();
    for (Edge edge : edges) {
      String a = edge.relationship().a();
      String b = edge.relationship().b();
      graph.computeIfAbsent(a, _ -> new HashMap<>()).put(b, edge.strength());
      graph.computeIfAbsent(b, _ -> new HashMap<>()).put(a, edge.strength());
    }
    Map<String, Double> byRoute = new HashMap<>();
    for (String asker : askers) {
      walk(graph, askers, target, List.of(asker), 1, byRoute);
    }
    return byRoute.values().stream()
        .sorted(Comparator.reverseOrder())
        .limit(BEST)
        .map(score -> rounded(100 * score))
        .toList();
  }

  private static void walk(
      Map<String, Map<String, Double>> graph,
      Set<String> askers,
      String target,
      List<String> walked,
      double score,
      Map<String, Double> byRoute) {
    graph
        .getOrDefault(walked.getLast(), Map.of())
        .forEach(
            (next, strength) -> {
              double further = score * strength / 100;
              if (next.equals(target)) {
                String route = String.join(" ", walked.subList(1, walked.size()));
                byRoute.merge(route, further, Math::max);
              } else if (walked.size() < 3 && !walked.contains(next) && !askers.contains(next)) {
                var longer = new ArrayList<>(walked);
                longer.add(next);
                walk(graph, askers, target, longer, further, byRoute);
              }
            });
  }
}
