package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Page;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Hits.Hit;
import dev.kith.api.index.Orders;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.search.Moment;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds relationships as they stood at the end of a past day. What an index keeps for ranking
 * includes all that came later, so they are read with their buckets and ranked here.
 */
@Singleton
class PastRelationships {
  private static final int AT_ONCE = 1_000;
  private static final int MOST = 10_000;

  private final RelationshipsIndex relationships;

  PastRelationships(RelationshipsIndex relationships) {
    this.relationships = relationships;
  }

  /**
   * A page of those that fitted then, strongest then first.
   *
   * @param queries which know whom the names stand for
   * @param of only relationships of these persons
   */
  Hits<RelationshipDocument> page(
      Search search, RelationshipQueries queries, Set<String> of, Moment then, Page page) {
    if (of.isEmpty()) {
      throw WrongParameter.because(
          "q", "at: needs somebody whose relationships are meant; name one with as=");
    }
    var wanted = new ThenFilter(search, then);
    Query known = queries.query(wanted.untimed());
    Query query = Terms.all(List.of(known, RelationshipQueries.of(of)));
    List<Hit<RelationshipDocument>> fitting =
        all(query).stream()
            .flatMap(each -> AsOf.of(each, then).stream())
            .filter(wanted::holds)
            .map(each -> hit(each, then))
            .sorted(
                Comparator.comparingDouble((Hit<RelationshipDocument> hit) -> -hit.score())
                    .thenComparing(hit -> hit.document().id()))
            .toList();
    return cut(fitting, page);
  }

  private List<RelationshipDocument> all(Query query) {
    var all = new ArrayList<RelationshipDocument>();
    List<String> after = List.of();
    while (true) {
      var question = new Question(query, List.of(Orders.byId()), after, AT_ONCE, List.of());
      Hits<RelationshipDocument> hits = relationships.page(question);
      all.addAll(hits.documents());
      if (!hits.more() || all.size() >= MOST) {
        return all;
      }
      after = hits.hits().getLast().sort();
    }
  }

  private static Hit<RelationshipDocument> hit(RelationshipDocument each, Moment then) {
    double sum = then.formula().sum(each.halfLives(), then.days());
    return new Hit<>(each, sum, List.of('"' + each.id() + '"'));
  }

  private static Hits<RelationshipDocument> cut(
      List<Hit<RelationshipDocument>> fitting, Page page) {
    int start =
        Optional.of(page.after())
            .filter(after -> !after.isEmpty())
            .map(after -> position(fitting, after) + 1)
            .orElse(0);
    List<Hit<RelationshipDocument>> shown =
        fitting.stream().skip(start).limit(page.size()).toList();
    return new Hits<>(shown, fitting.size(), start + shown.size() < fitting.size());
  }

  private static int position(List<Hit<RelationshipDocument>> fitting, List<String> after) {
    for (int i = 0; i < fitting.size(); i++) {
      if (fitting.get(i).sort().equals(after)) {
        return i;
      }
    }
    throw WrongParameter.because("cursor", "expected the value of next in the page before");
  }
}
