package dev.kith.api.index;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows that are fetched once, when they are needed. */
final class DeferredHits {
  private final SearchClient engine;
  private final SearchRequest search;
  private @Nullable List<DocValueHit> fetched;

  DeferredHits(SearchClient engine, SearchRequest search) {
    this.engine = engine;
    this.search = search;
  }

  /** Fetches all that is not there yet in one request; all of them are of one engine. */
  static void fetch(List<DeferredHits> some) {
    List<DeferredHits> missing = some.stream().filter(each -> each.fetched == null).toList();
    if (missing.isEmpty()) {
      return;
    }
    List<List<DocValueHit>> answers =
        missing.getFirst().engine.rows(missing.stream().map(each -> each.search).toList());
    for (int i = 0; i < missing.size(); i++) {
      missing.get(i).fetched = answers.get(i);
    }
  }

  /** The rows, fetched alone if nobody has before. */
  List<DocValueHit> rows() {
    fetch(List.of(this));
    return Objects.requireNonNull(fetched);
  }
}
