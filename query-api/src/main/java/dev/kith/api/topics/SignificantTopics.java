package dev.kith.api.topics;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.index.SearchClient;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests significant terms, relative to the whole index. In a small index no term is significant,
 * so frequent terms are requested as well.
 */
@Singleton
class SignificantTopics {
  private static final List<String> FIELDS = List.of("topics", "phrases");
  private static final int FORMS = 5;
  private static final String FREQUENT = " frequent";
  private static final Comparator<SignificantTopic> MOST_TELLING_FIRST =
      Comparator.comparingDouble((SignificantTopic topic) -> -topic.significance())
          .thenComparingLong(topic -> -topic.activities())
          .thenComparing(SignificantTopic::topic);

  private final SearchClient client;

  SignificantTopics(SearchClient client) {
    this.client = client;
  }

  /** The topics and phrases of the matches, most significant first, then most frequent first. */
  List<SignificantTopic> telling(Query matching, int most) {
    Map<String, SignificantTopic> topics = new HashMap<>();
    var answers = client.search(request(matching, most)).aggregations();
    for (String field : FIELDS) {
      read(answers.get(field), topics);
      read(answers.get(field + FREQUENT), topics);
    }
    var forms = TopicSpellings.read(answers, FIELDS);
    return topics.values().stream()
        .sorted(MOST_TELLING_FIRST)
        .limit(most)
        .map(topic -> written(topic, forms))
        .toList();
  }

  private static SignificantTopic written(SignificantTopic topic, TopicSpellings forms) {
    String written = forms.of(topic.topic());
    return new SignificantTopic(topic.topic(), written, topic.activities(), topic.significance());
  }

  private SearchRequest request(Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().activities().alias())
            .query(matching)
            .size(0)
            .trackTotalHits(t -> t.enabled(false));
    for (String field : FIELDS) {
      request.aggregations(field, significant(field, most));
      request.aggregations(field + FREQUENT, a -> a.terms(t -> t.field(field).size(most)));
    }
    TopicSpellings.ask(request, FIELDS, FORMS * most);
    return request.build();
  }

  /**
   * Scores by mutual information, so that a rare word of two activities is below a subject of
   * years.
   */
  private static Aggregation significant(String field, int most) {
    return Aggregation.of(
        a ->
            a.significantTerms(
                s ->
                    s.field(field)
                        .size(most)
                        .minDocCount(2L)
                        .mutualInformation(
                            m -> m.backgroundIsSuperset(true).includeNegatives(false))));
  }

  private static void read(@Nullable Aggregate answer, Map<String, SignificantTopic> topics) {
    if (answer == null) {
      return;
    }
    if (answer.isSigsterms()) {
      answer
          .sigsterms()
          .buckets()
          .array()
          .forEach(each -> keep(topic(each.key(), each.docCount(), each.score()), topics));
    } else if (answer.isSterms()) {
      answer
          .sterms()
          .buckets()
          .array()
          .forEach(each -> keep(topic(each.key().stringValue(), each.docCount(), 0), topics));
    }
  }

  private static SignificantTopic topic(String name, long activities, double significance) {
    return new SignificantTopic(name, name, activities, significance);
  }

  /**
   * Keeps the higher count of a topic that occurs both as a mark and in texts, or as significant
   * and frequent.
   */
  private static void keep(SignificantTopic topic, Map<String, SignificantTopic> topics) {
    topics.merge(
        topic.topic(),
        topic,
        (one, other) ->
            new SignificantTopic(
                one.topic(),
                one.written(),
                Math.max(one.activities(), other.activities()),
                Math.max(one.significance(), other.significance())));
  }

  /**
   * A topic or phrase that distinguishes some activities from all others.
   *
   * @param topic its name, without case and accents
   * @param written its most frequent spelling
   * @param activities number of the activities about it
   * @param significance how much more frequent it is in them than in all activities; 0 if it is not
   */
  public record SignificantTopic(
      String topic, String written, long activities, double significance) {}
}
