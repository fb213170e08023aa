package dev.kith.api.introductions;

import dev.kith.api.introductions.IntroductionPath.PathStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the best paths by trying all of them. */
final class ExhaustivePathSearch {
  private static final int LONGEST = 3;

  private final Map<String, Map<String, Double>> graph = new HashMap<>();
  private final Set<String> barred;

  /** Searches these relationships; barred persons are never in the middle of a path. */
  ExhaustivePathSearch(List<PathStep> edges, Set<String> barred) {
    this.barred = barred;
    for (PathStep edge : edges) {
      put(edge.pair().a(), edge.pair().b(), edge.strength());
      put(edge.pair().b(), edge.pair().a(), edge.strength());
    }
  }

  private void put(String from, String to, double strength) {
    graph.computeIfAbsent(from, _ -> new HashMap<>()).put(to, strength);
  }

  /** Scores, 0 to 100, best first; a path of a team begins at its best-placed member. */
  List<Double> best(Set<String> viewers, String target, int most) {
    Map<String, Double> byRoute = new HashMap<>();
    for (String viewer : viewers) {
      walk(viewers, target, List.of(viewer), 1, byRoute);
    }
    return byRoute.values().stream()
        .sorted(Comparator.reverseOrder())
        .limit(most)
        .map(score -> 100 * score)
        .toList();
  }

  private void walk(
      Set<String> viewers,
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
              } else if (walked.size() < LONGEST
                  && !walked.contains(next)
                  && !viewers.contains(next)
                  && !barred.contains(next)) {
                var longer = new ArrayList<>(walked);
                longer.add(next);
                walk(viewers, target, longer, further, byRoute);
              }
            });
  }
}
