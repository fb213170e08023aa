package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.schemas.Indices;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The activities index in Elasticsearch. */
@Singleton
final class ElasticsearchActivities implements ActivitiesIndex {
  private static final String TOPICS = "topics";

  private final SearchEngine engine;

  ElasticsearchActivities(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public Hits<ActivityDocument> page(Question question) {
    return engine.ask(engine.indices().activities(), question, ActivityDocument.class);
  }

  @Override
  public List<Vote> votes(Query scored, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().activities().alias())
            .query(scored)
            .size(most)
            .sort(Orders.byScore());
    return engine.rows(request, "actor", "towards").stream()
        .map(row -> new Vote(row.first("actor"), row.all("towards"), row.score()))
        .toList();
  }

  @Override
  public Map<String, Long> topics(Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().activities().alias())
            .query(matching)
            .size(0)
            .trackTotalHits(t -> t.enabled(false))
            .aggregations(TOPICS, a -> a.terms(t -> t.field("topics").size(most)))
            .build();
    Map<String, Long> topics = new LinkedHashMap<>();
    var aggregate = engine.search(request).aggregations().get(TOPICS);
    if (aggregate != null && aggregate.isSterms()) {
      aggregate
          .sterms()
          .buckets()
          .array()
          .forEach(bucket -> topics.put(bucket.key().stringValue(), bucket.docCount()));
    }
    return topics;
  }

  @Override
  public TopicCounts counts(Query matching, Collection<String> only, int most) {
    return TopicCounting.read(
        engine.search(
            TopicCounting.request(engine.indices().activities().alias(), matching, only, most)));
  }

  @Override
  public void settle(Collection<String> ids) {
    engine.settle(engine.indices().activities(), ids.stream().map(Indices::documentId).toList());
  }
}
