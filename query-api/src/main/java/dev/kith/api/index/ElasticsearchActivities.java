package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.search.Terms;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Seeds;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** The activities index in Elasticsearch. */
@Singleton
final class ElasticsearchActivities implements ActivitiesIndex {
  private final SearchEngine engine;

  ElasticsearchActivities(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public Hits<ActivityDocument> page(Question question) {
    return ask(anchored(question));
  }

  private Hits<ActivityDocument> ask(Question question) {
    return engine.ask(engine.indices().activities(), question, ActivityDocument.class);
  }

  /**
   * Every activity that comes moves the scores of all others a little. So a page begins after the
   * present score of the last hit of the page before, not after the one it had then.
   */
  private Question anchored(Question question) {
    List<String> after = question.after();
    boolean isByScore = after.size() == 2 && question.order().getFirst().isScore();
    if (!isByScore || !SortValue.parse(after.getLast()).isString()) {
      return question;
    }
    String id = SortValue.parse(after.getLast()).stringValue();
    Query last = Query.of(q -> q.bool(b -> b.must(question.query()).filter(Terms.term("id", id))));
    List<Hits.Hit<ActivityDocument>> present = ask(Question.first(1, last)).hits();
    return present.isEmpty() ? question : question.after(present.getLast().sort());
  }

  @Override
  public Lookup<List<Vote>> votes(Query scored, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().activities().alias())
            .query(scored)
            .size(most)
            .sort(Orders.byScoreAlone());
    return Lookup.of(
        engine.pending(request, "seeds"),
        rows -> Row.certain(rows, most).stream().map(ElasticsearchActivities::vote).toList());
  }

  private static Vote vote(Row row) {
    List<String> seeds = Seeds.read(row.first("seeds"));
    return new Vote(seeds.getFirst(), seeds.subList(1, seeds.size()), row.score());
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
