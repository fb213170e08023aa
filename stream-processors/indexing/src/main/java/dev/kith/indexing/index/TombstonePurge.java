package dev.kith.indexing.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.kith.schemas.ActivityFields;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import dev.kith.schemas.PersonFields;
import dev.kith.schemas.RelationshipFields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Removes the tombstones of what ended long ago. Not at once: for some hours a tombstone keeps
 * older versions, which may still be under way, from being indexed.
 */
public final class TombstonePurge {
  private static final int AT_ONCE = 1000;

  private final ElasticsearchClient client;
  private final Indices indices;

  public TombstonePurge(ElasticsearchClient client, Indices indices) {
    this.client = client;
    this.indices = indices;
  }

  /** Everything that had ended before {@code limit}; gives how much that was. */
  public long before(Instant limit) throws IOException {
    return purge(indices.people(), PersonFields.ENDED, PersonFields.ENDED_AT, limit)
        + purge(
            indices.relationships(), RelationshipFields.ENDED, RelationshipFields.ENDED_AT, limit)
        + purge(indices.activities(), ActivityFields.DELETED, ActivityFields.DELETED_AT, limit);
  }

  private long purge(Index index, String flag, String since, Instant limit) throws IOException {
    Query query = ended(flag, since, limit);
    long purged = 0;
    while (true) {
      List<Hit<Void>> found = find(index, query);
      if (found.isEmpty()) {
        return purged;
      }
      var answer =
          client.bulk(
              bulk ->
                  bulk.refresh(Refresh.True)
                      .operations(found.stream().map(TombstonePurge::removal).toList()));
      long removed = answer.items().stream().filter(item -> item.error() == null).count();
      if (removed == 0) {
        return purged; // all of them changed this very moment
      }
      purged += removed;
    }
  }

  private static Query ended(String flag, String since, Instant limit) {
    return Query.of(
        query ->
            query.bool(
                bool ->
                    bool.filter(f -> f.term(t -> t.field(flag).value(FieldValue.of(true))))
                        .filter(
                            f -> f.range(r -> r.date(d -> d.field(since).lt(limit.toString()))))));
  }

  private List<Hit<Void>> find(Index index, Query query) throws IOException {
    return client
        .search(
            search ->
                search
                    .index(index.alias())
                    .query(query)
                    .size(AT_ONCE)
                    .seqNoPrimaryTerm(true)
                    .source(source -> source.fetch(false)),
            Void.class)
        .hits()
        .hits();
  }

  /** Only as it was found: what has come back meanwhile stays. */
  private static BulkOperation removal(Hit<Void> hit) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                delete ->
                    delete
                        .index(hit.index())
                        .id(Objects.requireNonNull(hit.id()))
                        .ifSeqNo(hit.seqNo())
                        .ifPrimaryTerm(hit.primaryTerm())));
  }
}
