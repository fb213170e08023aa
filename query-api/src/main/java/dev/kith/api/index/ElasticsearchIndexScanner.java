package dev.kith.api.index;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.SortOrders;
import dev.kith.schemas.Index;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads whole indices of Elasticsearch. */
@Singleton
final class ElasticsearchIndexScanner implements IndexScanner {
  private static final int AT_ONCE = 2_000;

  private final SearchClient client;

  ElasticsearchIndexScanner(SearchClient client) {
    this.client = client;
  }

  @Override
  public IndexScan<IndexedPerson> people() {
    return live(client.indices().people(), "ended", IndexedPerson.class);
  }

  @Override
  public IndexScan<IndexedRelationship> relationships() {
    return live(client.indices().relationships(), "ended", IndexedRelationship.class);
  }

  @Override
  public IndexScan<IndexedActivity> activities() {
    return live(client.indices().activities(), "deleted", IndexedActivity.class);
  }

  private <T> IndexScan<T> live(Index index, String over, Class<T> type) {
    var first =
        new PageQuery(
            Filters.is(over, false), List.of(SortOrders.byId()), List.of(), AT_ONCE, List.of());
    return new PointInTimeScan<>(client, index, first, type);
  }
}
