package dev.kith.api.topics;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.query.ActivityQueries;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.NameResolver;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.topics.TopicCounter.TopicCounts;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds topics whose share grows in the visible activities that people, not machines, sent. */
@Singleton
class RisingTopicFinder {
  /** The number of topics that are compared: the most frequent ones of the window. */
  private static final int MAX = 1_000;

  private final TopicCounter topics;
  private final NameResolver names;

  RisingTopicFinder(TopicCounter topics, NameResolver names) {
    this.topics = topics;
    this.names = names;
  }

  /** The rising topics, most significant first. */
  List<TopicGrowth> rising(
      SearchQuery search, Viewer viewer, Moment moment, ComparisonWindow window, int most) {
    var known = names.named(search, viewer);
    Query all = new ActivityQueries(moment, known, viewer).query(search);
    TopicCounts recent = counts(all, window.recent(), Set.of());
    TopicCounts former = counts(all, window.former(), recent.topics().keySet());
    return recent.topics().keySet().stream()
        .map(topic -> rise(topic, recent, former))
        .filter(TopicGrowth::isRising)
        .sorted(
            Comparator.comparingDouble(TopicGrowth::weight)
                .reversed()
                .thenComparing(TopicGrowth::topic))
        .limit(most)
        .toList();
  }

  private TopicCounts counts(Query all, ComparisonWindow.Span span, Set<String> only) {
    Query matching =
        Filters.all(
            List.of(
                all,
                Filters.is("automated", false),
                Filters.from("at", span.from()),
                Filters.before("at", span.until())));
    return topics.counts(matching, only, MAX);
  }

  private static TopicGrowth rise(String topic, TopicCounts recent, TopicCounts former) {
    return new TopicGrowth(
        recent.written(topic),
        recent.of(topic),
        former.of(topic),
        recent.activities(),
        former.activities());
  }
}
