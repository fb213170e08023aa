package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
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
            .sort(Orders.descending("at"));
    return engine.rows(request, "id", "actor", "at", "inReplyTo").stream()
        .map(ElasticsearchUtterances::utterance)
        .toList();
  }

  private static Utterance utterance(Row row) {
    String parent = row.first("inReplyTo");
    return new Utterance(
        row.first("id"),
        row.first("actor"),
        Instant.parse(row.first("at")),
        parent.isEmpty() ? null : parent);
  }
}
