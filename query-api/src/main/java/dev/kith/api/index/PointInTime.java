package dev.kith.api.index;

import dev.kith.schemas.Index;
import java.util.List;

/**
 * A reading that holds the index still. Elasticsearch forgets it after some minutes without a
 * question, in case it is never closed.
 */
final class PointInTime<T> implements Reading<T> {
  static final String KEEP = "5m";

  private final SearchEngine engine;
  private final Class<T> type;
  private final String handle;
  private Question question;
  private boolean open = true;

  PointInTime(SearchEngine engine, Index index, Question first, Class<T> type) {
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
