package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.index.Hits;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.SortOrders;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds relationships as they stood at the end of a past day. What an index keeps for ranking
 * includes all that came later, so they are read with their buckets and filtered here.
 */
@Singleton
public class PastRelationships {
  /** As many are looked at: those with the most contact ever. */
  public static final int MOST = 10_000;

  private static final int AT_ONCE = 1_000;

  private final RelationshipsIndex relationships;

  /** Of an index whose relationships come with their buckets. */
  public PastRelationships(RelationshipsIndex relationships) {
    this.relationships = relationships;
  }

  /**
   * Those that fitted then, as they were, in no order.
   *
   * @param queries which know who asks and whom the names stand for
   * @param of only relationships of these persons; of everybody if there are none
   */
  public Past fitting(SearchQuery search, RelationshipQueries queries, Set<String> of, Moment then) {
    var wanted = new ThenFilter(search, then, queries.viewers());
    var conditions = new ArrayList<Query>();
    conditions.add(queries.query(wanted.untimed()));
    conditions.add(Filters.before("first", then.today().plusDays(1)));
    if (!of.isEmpty()) {
      conditions.add(RelationshipQueries.of(of));
    }
    return read(Filters.all(conditions), wanted);
  }

  private Past read(Query query, ThenFilter wanted) {
    var fitting = new ArrayList<IndexedRelationship>();
    List<String> after = List.of();
    int looked = 0;
    while (true) {
      var order = SortOrders.descending("count");
      Hits<IndexedRelationship> hits =
          relationships.page(new PageQuery(query, order, after, AT_ONCE, List.of()));
      hits.documents().stream()
          .flatMap(each -> AsOf.of(each, wanted.then()).stream())
          .filter(wanted::holds)
          .forEach(fitting::add);
      looked += hits.hits().size();
      if (!hits.more() || looked >= MOST) {
        return new Past(fitting, !hits.more());
      }
      after = hits.hits().getLast().sort();
    }
  }

  /** Those of these pairs that knew each other then, as they were. */
  public List<IndexedRelationship> among(Collection<PersonPair> pairs, Moment then) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Query these = Filters.any("id", pairs.stream().map(PersonPair::key).toList());
    var question =
        PageQuery.first(pairs.size(), Filters.all(List.of(these, RelationshipQueries.live())));
    return relationships.page(question).documents().stream()
        .flatMap(each -> AsOf.of(each, then).stream())
        .toList();
  }

  /**
   * What was found.
   *
   * @param relationships as they were
   * @param complete whether all there were have been looked at
   */
  public record Past(List<IndexedRelationship> relationships, boolean complete) {
    /** Keeps its own copy. */
    public Past {
      relationships = List.copyOf(relationships);
    }

    /** What the answer should say about it; null if all were looked at. */
    public @Nullable String note() {
      return complete
          ? null
          : "only the %,d relationships with the most contact ever were looked at".formatted(MOST);
    }
  }
}
