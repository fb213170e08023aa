package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Reads them from columns: no document is fetched and none is parsed. */
@Singleton
final class ElasticsearchUtterances implements UtterancesIndex {
  private final SearchEngine engine;

  ElasticsearchUtterances(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public List<Utterance> newest(Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().activities().alias())
            .query(matching)
            .size(most)
            .sort(Orders.descending("at"))
            .trackTotalHits(t -> t.enabled(false))
            .source(s -> s.fetch(false))
            .docvalueFields(f -> f.field("id"))
            .docvalueFields(f -> f.field("actor"))
            .docvalueFields(f -> f.field("inReplyTo"))
            .docvalueFields(f -> f.field("at").format("epoch_millis"))
            .build();
    return engine.search(request).hits().hits().stream()
        .map(ElasticsearchUtterances::utterance)
        .toList();
  }

  private static Utterance utterance(Hit<?> hit) {
    String parent = DocValues.first(hit, "inReplyTo");
    return new Utterance(
        DocValues.first(hit, "id"),
        DocValues.first(hit, "actor"),
        Instant.ofEpochMilli(Long.parseLong(DocValues.first(hit, "at"))),
        parent.isEmpty() ? null : parent);
  }
}
