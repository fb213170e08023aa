package dev.kith.api.closeness;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.index.Hits;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds relationships as they were at the end of a past day. The fields that the index ranks by
 * include all later contacts, so relationships are read with their buckets and filtered here.
 */
@Singleton
public class PointInTimeSearch {
  /** The most relationships that are read, in order of the number of interactions. */
  public static final int MAX_RELATIONSHIPS = 10_000;

  private static final int PAGE_SIZE = 1_000;

  private final RelationshipsIndex relationships;

  /** Reads an index whose relationships include their buckets. */
  public PointInTimeSearch(RelationshipsIndex relationships) {
    this.relationships = relationships;
  }

  /**
   * The relationships that matched at that moment, as they were, unordered.
   *
   * @param queries the queries with the viewer and the resolved names
   * @param of only relationships of these persons; all if empty
   */
  public PointInTimeResult matching(
      SearchQuery search, RelationshipQueries queries, Set<String> of, Moment then) {
    var filter = new PointInTimeFilter(search, then, queries.viewers());
    var conditions = new ArrayList<Query>();
    conditions.add(queries.query(filter.untimed()));
    conditions.add(Filters.before("first", then.today().plusDays(1)));
    if (!of.isEmpty()) {
      conditions.add(RelationshipQueries.of(of));
    }
    return read(Filters.all(conditions), filter);
  }

  private PointInTimeResult read(Query query, PointInTimeFilter filter) {
    var matching = new ArrayList<IndexedRelationship>();
    List<String> after = List.of();
    int read = 0;
    while (true) {
      var order = PageQuery.descending("count");
      Hits<IndexedRelationship> hits =
          relationships.page(new PageQuery(query, order, after, PAGE_SIZE, List.of()));
      hits.documents().stream()
          .flatMap(each -> RelationshipSnapshot.of(each, filter.then()).stream())
          .filter(filter::matches)
          .forEach(matching::add);
      read += hits.hits().size();
      if (!hits.hasMore() || read >= MAX_RELATIONSHIPS) {
        return new PointInTimeResult(matching, !hits.hasMore());
      }
      after = hits.hits().getLast().sort();
    }
  }

  /** Those of these relationships that existed at that moment, as they were. */
  public List<IndexedRelationship> among(Collection<PersonPair> pairs, Moment then) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Query these = Filters.any("id", pairs.stream().map(PersonPair::key).toList());
    var question =
        PageQuery.first(pairs.size(), Filters.all(List.of(these, RelationshipQueries.live())));
    return relationships.page(question).documents().stream()
        .flatMap(each -> RelationshipSnapshot.of(each, then).stream())
        .toList();
  }

  /**
   * The matching relationships.
   *
   * @param relationships as they were
   * @param complete whether all candidates were read
   */
  public record PointInTimeResult(List<IndexedRelationship> relationships, boolean complete) {
    /** The note of the answer; null if all were read. */
    public @Nullable String note() {
      return complete
          ? null
          : "only the %,d relationships with the most contact ever were looked at"
              .formatted(MAX_RELATIONSHIPS);
    }
  }
}
