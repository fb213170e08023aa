package dev.kith.api.introductions;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Orders;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.search.Moment;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.StrengthQueries;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

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

  Introductions(RelationshipsIndex relationships) {
    this.relationships = relationships;
  }

  /** The best paths from any of the askers to the target, best first. */
  List<Path> best(Set<String> askers, String target, Moment moment, int most) {
    var paths =
        new Paths(
            askers,
            target,
            edges(first(RelationshipQueries.of(askers), moment), moment),
            edges(first(RelationshipQueries.of(List.of(target)), moment), moment),
            most);
    if (!paths.nearby().isEmpty() && !paths.aroundTarget().isEmpty()) {
      lookBetween(paths, moment);
    }
    return paths.best();
  }

  private Hits<RelationshipDocument> first(Query query, Moment moment) {
    return page(query, moment, STRONGEST, List.of());
  }

  private void lookBetween(Paths paths, Moment moment) {
    Query query = between(paths.nearby(), paths.aroundTarget());
    List<String> after = List.of();
    for (int i = 0; i < MOST_PAGES; i++) {
      Hits<RelationshipDocument> hits = page(query, moment, AT_ONCE, after);
      List<Edge> edges = edges(hits, moment);
      paths.over(edges);
      if (!hits.more() || paths.cannotBeBeatenBelow(edges.getLast().strength())) {
        return;
      }
      after = hits.hits().getLast().sort();
    }
  }

  private static Query between(Collection<String> some, Collection<String> others) {
    return Terms.all(
        List.of(
            RelationshipQueries.live(),
            Terms.either(
                List.of(
                    Terms.all(List.of(Terms.any("a", some), Terms.any("b", others))),
                    Terms.all(List.of(Terms.any("a", others), Terms.any("b", some)))))));
  }

  private Hits<RelationshipDocument> page(
      Query query, Moment moment, int size, List<String> after) {
    Query ranked = new StrengthQueries(moment).ranked(query);
    return relationships.page(
        new Question(ranked, Orders.byScore(), after, size, List.of("buckets")));
  }

  private static List<Edge> edges(Hits<RelationshipDocument> hits, Moment moment) {
    return hits.documents().stream().map(each -> Edge.of(each, moment)).toList();
  }
}
