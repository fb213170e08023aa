package dev.kith.api.index;

import dev.kith.api.query.PageQuery;
import dev.kith.schemas.Index;
import java.util.List;

/**
 * A scan at a point in time, which Elasticsearch closes after some minutes without a request, in
 * case it is not closed here.
 */
final class PointInTimeScan<T> implements IndexScan<T> {
  static final String KEEP = "5m";

  private final SearchClient client;
  private final Class<T> type;
  private final String handle;
  private PageQuery query;
  private boolean open = true;

  PointInTimeScan(SearchClient client, Index index, PageQuery first, Class<T> type) {
    this.client = client;
    this.type = type;
    this.query = first;
    this.handle = client.openPointInTime(index, KEEP);
  }

  @Override
  public List<T> next() {
    Hits<T> hits = client.page(handle, query, type);
    if (!hits.hits().isEmpty()) {
      query = query.after(hits.hits().getLast().sort());
    }
    return hits.documents();
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      client.closePointInTime(handle);
    }
  }
}
