package dev.kith.api.topics;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.TopicCounts;
import dev.kith.api.search.ActivityQueries;
import dev.kith.api.search.Moment;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds what is spoken of more than it was, in what the asker may see and machines did not send.
 */
@Singleton
class RisingTopics {
  /** The most frequent topics of the window are looked at. */
  private static final int MOST = 1_000;

  private final ActivitiesIndex activities;
  private final Understanding understanding;

  RisingTopics(ActivitiesIndex activities, Understanding understanding) {
    this.activities = activities;
    this.understanding = understanding;
  }

  /** Those that rise, most remarkable first. */
  List<Rise> rising(Search search, Asker asker, Moment moment, Window window, int most) {
    var known = understanding.named(search, asker);
    Query all = new ActivityQueries(moment, known, asker.visibility()).query(search);
    TopicCounts recent = counts(all, window.recent(), Set.of());
    TopicCounts former = counts(all, window.former(), recent.topics().keySet());
    return recent.topics().keySet().stream()
        .map(topic -> rise(topic, recent, former))
        .filter(Rise::isRising)
        .sorted(Comparator.comparingDouble(Rise::weight).reversed().thenComparing(Rise::topic))
        .limit(most)
        .toList();
  }

  private TopicCounts counts(Query all, Window.Span span, Set<String> only) {
    Query matching =
        Terms.all(
            List.of(
                all,
                Terms.is("automated", false),
                Terms.from("at", span.from()),
                Terms.before("at", span.until())));
    return activities.counts(matching, only, MOST);
  }

  private static Rise rise(String topic, TopicCounts recent, TopicCounts former) {
    return new Rise(
        recent.written(topic),
        recent.of(topic),
        former.of(topic),
        recent.activities(),
        former.activities());
  }
}
