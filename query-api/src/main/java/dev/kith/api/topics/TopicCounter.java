package dev.kith.api.topics;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.kith.api.index.SearchClient;
import dev.kith.api.topics.TopicCounter.TopicCounts.Count;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts topics: those that networks mark, and phrases of the texts. */
@Singleton
class TopicCounter {
  private static final List<String> FIELDS = List.of("topics", "phrases");
  private static final int FORMS = 2;
  private static final String ACCOUNTS = "accounts";

  private final SearchClient client;

  TopicCounter(SearchClient client) {
    this.client = client;
  }

  /**
   * Counts the topics and phrases of the matches.
   *
   * @param only these topics; the most frequent ones if it is empty
   * @param most limit of the result
   */
  TopicCounts counts(Query matching, Collection<String> only, int most) {
    return read(client.search(request(matching, only, most)));
  }

  private SearchRequest request(Query matching, Collection<String> only, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().activities().alias())
            .query(matching)
            .size(0)
            .trackTotalHits(t -> t.enabled(true));
    FIELDS.forEach(field -> request.aggregations(field, counting(field, only, most)));
    if (only.isEmpty()) {
      TopicSpellings.ask(request, FIELDS, FORMS * most);
    }
    return request.build();
  }

  private static Aggregation counting(String field, Collection<String> only, int most) {
    return Aggregation.of(
        a ->
            a.terms(
                    t ->
                        only.isEmpty()
                            ? t.field(field).size(most)
                            : t.field(field)
                                .size(only.size())
                                .include(i -> i.terms(List.copyOf(only))))
                .aggregations(ACCOUNTS, c -> c.cardinality(v -> v.field("actor"))));
  }

  /** A topic that is both marked and in texts has the higher of both counts. */
  private static TopicCounts read(SearchResponse<?> response) {
    Map<String, Count> counts = new HashMap<>();
    for (String field : FIELDS) {
      Aggregate terms = response.aggregations().get(field);
      if (terms != null && terms.isSterms()) {
        for (var bucket : terms.sterms().buckets().array()) {
          var accounts = bucket.aggregations().get(ACCOUNTS);
          long speakers = accounts == null ? 0 : accounts.cardinality().value();
          counts.merge(
              bucket.key().stringValue(),
              new Count(bucket.docCount(), speakers),
              (one, other) -> one.activities() >= other.activities() ? one : other);
        }
      }
    }
    var total = response.hits().total();
    var written = TopicSpellings.read(response.aggregations(), FIELDS);
    return new TopicCounts(total == null ? 0 : total.value(), counts, written.byFolded());
  }

  /**
   * The counts of topics.
   *
   * @param activities number of all activities that were counted
   * @param topics the counts by topic, without case and accents
   * @param written the most frequent spellings
   */
  public record TopicCounts(
      long activities, Map<String, Count> topics, Map<String, String> written) {
    private static final Count NEVER = new Count(0, 0);

    /** The count of one topic. */
    public Count of(String topic) {
      return topics.getOrDefault(topic, NEVER);
    }

    /** The most frequent spelling of a topic. */
    public String written(String topic) {
      return written.getOrDefault(topic, topic);
    }

    /**
     * The count of one topic.
     *
     * @param activities number of activities about it
     * @param accounts approximate number of accounts that wrote about it
     */
    public record Count(long activities, long accounts) {}
  }
}
