package dev.kith.api.introductions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.introductions.IntroductionPath.PathStep;
import dev.kith.api.introductions.PathSearch.PathQuery;
import dev.kith.schemas.PersonPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathSearchTest {
  private static final int PEOPLE = 200;
  private static final int BEST = 5;

  private static PathStep edge(String one, String other, double strength) {
    return new PathStep(PersonPair.of(one, other), strength);
  }

  private static List<PathStep> at(Set<String> persons, List<PathStep> edges) {
    return edges.stream().filter(edge -> persons.stream().anyMatch(edge::joins)).toList();
  }

  @Test
  void aDirectContactIsAPathOfOneStep() {
    var edge = edge("me", "you", 40);

    var paths =
        new PathSearch(new PathQuery(Set.of("me"), "you", List.of(edge), List.of(edge)), BEST);

    assertThat(paths.best())
        .containsExactly(new IntroductionPath(List.of("me", "you"), List.of(edge)));
  }

  @Test
  void thePathsAreThoseOfAnExhaustiveSearch() {
    long seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    for (int run = 0; run < 5; run++) {
      List<PathStep> edges = graph(chance);
      Set<String> viewers = run % 2 == 0 ? Set.of("p0") : Set.of("p0", "p1", "p2");

      var paths =
          new PathSearch(
              new PathQuery(viewers, "p9", at(viewers, edges), at(Set.of("p9"), edges)), BEST);
      paths.addMiddle(edges);

      assertThat(scores(paths.best()))
          .as("seed %d", seed)
          .containsExactlyElementsOf(everyPath(viewers, edges));
    }
  }

  private static List<PathStep> graph(Random chance) {
    var edges = new ArrayList<PathStep>();
    for (int i = 0; i < PEOPLE; i++) {
      for (int j = i + 1; j < PEOPLE; j++) {
        if (chance.nextInt(20) == 0) {
          edges.add(edge("p" + i, "p" + j, 1 + 98 * chance.nextDouble()));
        }
      }
    }
    return edges;
  }

  private static List<Double> scores(List<IntroductionPath> paths) {
    return paths.stream().map(path -> rounded(path.score())).toList();
  }

  private static List<Double> everyPath(Set<String> viewers, List<PathStep> edges) {
    return new ExhaustivePathSearch(edges, Set.of())
        .best(viewers, "p9", BEST).stream().map(PathSearchTest::rounded).toList();
  }

  private static double rounded(double score) {
    return Math.round(score * 1e6) / 1e6;
  }
}
