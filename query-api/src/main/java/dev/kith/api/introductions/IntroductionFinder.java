package dev.kith.api.introductions;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.index.RelationshipsIndex.PairStrength;
import dev.kith.api.introductions.IntroductionPath.PathStep;
import dev.kith.api.introductions.PathSearch.PathQuery;
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
 * Finds introductions. It reads the strongest relationships of the viewers and of the target, and
 * of the relationships between these neighbours as many as can still improve the paths.
 */
@Singleton
class IntroductionFinder {
  private static final int MAX_NEIGHBOURS = 200;
  private static final int PAGE_SIZE = 1_000;
  private static final int MAX_PAGES = 10;

  private final RelationshipsIndex relationships;
  private final IntroductionConsent consent;

  IntroductionFinder(RelationshipsIndex relationships, IntroductionConsent consent) {
    this.relationships = relationships;
    this.consent = consent;
  }

  /**
   * The best paths from any of the viewers to the target, best first. A person who may not be part
   * of an introduction is excluded, and the search is repeated without that person.
   */
  List<IntroductionPath> best(Set<String> viewers, String target, Moment moment, int max) {
    List<PathStep> near = strongest(viewers, moment);
    List<PathStep> far = strongest(Set.of(target), moment);
    Set<String> excluded = new HashSet<>();
    while (true) {
      var query = new PathQuery(viewers, target, without(excluded, near), without(excluded, far));
      List<IntroductionPath> best = best(query, moment, max);
      Set<String> refusing = consent.refusing(between(best));
      if (refusing.isEmpty()) {
        return best;
      }
      excluded.addAll(refusing);
    }
  }

  private List<IntroductionPath> best(PathQuery query, Moment moment, int max) {
    var paths = new PathSearch(query, max);
    if (!paths.nearNeighbours().isEmpty() && !paths.farNeighbours().isEmpty()) {
      searchBetween(paths, moment);
    }
    return paths.best();
  }

  private static Set<String> between(List<IntroductionPath> paths) {
    return paths.stream().flatMap(path -> path.between().stream()).collect(Collectors.toSet());
  }

  private static List<PathStep> without(Set<String> excluded, List<PathStep> steps) {
    return steps.stream()
        .filter(step -> !excluded.contains(step.pair().a()) && !excluded.contains(step.pair().b()))
        .toList();
  }

  private List<PathStep> strongest(Set<String> persons, Moment moment) {
    var found = new ArrayList<PathStep>();
    pairStrengths(RelationshipQueries.of(persons), moment, List.of(), MAX_NEIGHBOURS)
        .forEach(each -> found.add(PathStep.of(each, moment)));
    return found;
  }

  private void searchBetween(PathSearch paths, Moment moment) {
    Query query = between(paths.nearNeighbours(), paths.farNeighbours());
    List<String> after = List.of();
    for (int i = 0; i < MAX_PAGES; i++) {
      List<PairStrength> strengths = pairStrengths(query, moment, after, PAGE_SIZE);
      List<PathStep> steps = strengths.stream().map(each -> PathStep.of(each, moment)).toList();
      paths.addMiddle(steps);
      if (strengths.size() < PAGE_SIZE || paths.isCompleteFor(steps.getLast().strength())) {
        return;
      }
      after = strengths.getLast().position();
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
      Query query, Moment moment, List<String> after, int max) {
    return relationships.pairStrengths(new StrengthQueries(moment).ranked(query), after, max);
  }
}
