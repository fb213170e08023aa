package dev.kith.api.index;

import dev.kith.api.query.PageQuery;
import dev.kith.schemas.Index;
import java.util.List;

/**
 * A reading that holds the index still. Elasticsearch forgets it after some minutes without a
 * question, in case it is never closed.
 */
final class PointInTimeScan<T> implements IndexScan<T> {
  static final String KEEP = "5m";

  private final SearchClient engine;
  private final Class<T> type;
  private final String handle;
  private PageQuery question;
  private boolean open = true;

  PointInTimeScan(SearchClient engine, Index index, PageQuery first, Class<T> type) {
    this.engine = engine;
    this.type = type;
    this.question = first;
    this.handle = engine.openPointInTime(index, KEEP);
  }

  @Override
  public List<T> next() {
    Hits<T> hits = engine.ask(handle, question, type);
    if (!hits.hits().isEmpty()) {
      question = question.after(hits.hits().getLast().sort());
    }
    return hits.documents();
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      engine.closePointInTime(handle);
    }
  }
}
