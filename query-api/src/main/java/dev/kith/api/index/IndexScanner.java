package dev.kith.api.index;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.schemas.Index;
import jakarta.inject.Singleton;
import java.util.List;

/** Scans whole indices in the order of ids, without deleted and ended documents. */
@Singleton
public class IndexScanner {
  /** How long Elasticsearch keeps a point in time without a request, if it is not closed. */
  static final String KEEP = "5m";

  private static final int PAGE_SIZE = 2_000;

  private final SearchClient client;

  IndexScanner(SearchClient client) {
    this.client = client;
  }

  /** All persons, of any kind. */
  public IndexScan<IndexedPerson> people() {
    return scan(client.indices().people(), "ended", IndexedPerson.class);
  }

  /** All relationships, with their buckets. */
  public IndexScan<IndexedRelationship> relationships() {
    return scan(client.indices().relationships(), "ended", IndexedRelationship.class);
  }

  /** All activities. */
  public IndexScan<IndexedActivity> activities() {
    return scan(client.indices().activities(), "deleted", IndexedActivity.class);
  }

  private <T> IndexScan<T> scan(Index index, String deleted, Class<T> type) {
    var first =
        new PageQuery(
            Filters.is(deleted, false), List.of(PageQuery.byId()), List.of(), PAGE_SIZE, List.of());
    return new PointInTimeScan<>(client, client.openPointInTime(index, KEEP), first, type);
  }

  /**
   * A scan of a whole index at a point in time.
   *
   * @param <T> type of the documents
   */
  public interface IndexScan<T> extends AutoCloseable {
    /** The next documents in the order of their ids; empty at the end. */
    List<T> next();

    /** Closes the point in time; may be called more than once. */
    @Override
    void close();
  }

  private static final class PointInTimeScan<T> implements IndexScan<T> {
    private final SearchClient client;
    private final String pointInTime;
    private final Class<T> type;
    private PageQuery query;
    private boolean isOpen = true;

    PointInTimeScan(SearchClient client, String pointInTime, PageQuery first, Class<T> type) {
      this.client = client;
      this.pointInTime = pointInTime;
      this.type = type;
      this.query = first;
    }

    @Override
    public List<T> next() {
      Hits<T> hits = client.page(pointInTime, query, type);
      if (!hits.hits().isEmpty()) {
        query = query.after(hits.hits().getLast().sort());
      }
      return hits.documents();
    }

    @Override
    public void close() {
      if (isOpen) {
        isOpen = false;
        client.closePointInTime(pointInTime);
      }
    }
  }
}
