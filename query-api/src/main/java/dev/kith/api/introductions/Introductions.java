package dev.kith.api.introductions;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.PairStrength;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.StrengthQueries;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds introductions. Of both ends the strongest contacts are looked at; of the relationships
 * between these, as many as could still lead to a better path.
 */
@Singleton
class Introductions {
  private static final int STRONGEST = 200;
  private static final int AT_ONCE = 1_000;
  private static final int MOST_PAGES = 10;

  private final RelationshipsIndex relationships;
  private final Willing willing;

  Introductions(RelationshipsIndex relationships, Willing willing) {
    this.relationships = relationships;
    this.willing = willing;
  }

  /**
   * The best paths from any of the viewers to the target, best first. Whoever turns out not to
   * introduce anybody is left out, and the next best take the place of those paths.
   */
  List<Path> best(Set<String> viewers, String target, Moment moment, int most) {
    List<Edge> near = strongest(viewers, moment);
    List<Edge> far = strongest(Set.of(target), moment);
    Set<String> barred = new HashSet<>();
    while (true) {
      var ends = new Ends(viewers, target, without(barred, near), without(barred, far));
      List<Path> best = best(ends, moment, most);
      Set<String> unwilling = willing.not(between(best));
      if (unwilling.isEmpty()) {
        return best;
      }
      barred.addAll(unwilling);
    }
  }

  private List<Path> best(Ends ends, Moment moment, int most) {
    var paths = new Paths(ends, most);
    if (!paths.nearby().isEmpty() && !paths.aroundTarget().isEmpty()) {
      lookBetween(paths, moment);
    }
    return paths.best();
  }

  private static Set<String> between(List<Path> paths) {
    return paths.stream().flatMap(path -> path.between().stream()).collect(Collectors.toSet());
  }

  private static List<Edge> without(Set<String> barred, List<Edge> edges) {
    return edges.stream()
        .filter(edge -> !barred.contains(edge.pair().a()) && !barred.contains(edge.pair().b()))
        .toList();
  }

  private List<Edge> strongest(Set<String> persons, Moment moment) {
    var found = new ArrayList<Edge>();
    pairStrengths(RelationshipQueries.of(persons), moment, List.of(), STRONGEST)
        .forEach(bond -> found.add(Edge.of(bond, moment)));
    return found;
  }

  private void lookBetween(Paths paths, Moment moment) {
    Query query = between(paths.nearby(), paths.aroundTarget());
    List<String> after = List.of();
    for (int i = 0; i < MOST_PAGES; i++) {
      List<PairStrength> bonds = pairStrengths(query, moment, after, AT_ONCE);
      List<Edge> edges = bonds.stream().map(bond -> Edge.of(bond, moment)).toList();
      paths.over(edges);
      if (bonds.size() < AT_ONCE || paths.cannotBeBeatenBelow(edges.getLast().strength())) {
        return;
      }
      after = bonds.getLast().position();
    }
  }

  private static Query between(Collection<String> some, Collection<String> others) {
    return Filters.all(
        List.of(
            RelationshipQueries.live(),
            Filters.either(
                List.of(
                    Filters.all(List.of(Filters.any("a", some), Filters.any("b", others))),
                    Filters.all(List.of(Filters.any("a", others), Filters.any("b", some)))))));
  }

  private List<PairStrength> pairStrengths(
      Query query, Moment moment, List<String> after, int most) {
    return relationships.pairStrengths(new StrengthQueries(moment).ranked(query), after, most);
  }
}
