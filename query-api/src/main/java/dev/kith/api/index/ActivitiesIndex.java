package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;

/** The questions this service asks of the activities index. */
public interface ActivitiesIndex {
  /** A page of those that fit. */
  Hits<ActivityDocument> page(Question question);

  /** What the best matches say about who knows the subject, best first. */
  Lookup<List<Vote>> votes(Query scored, int most);

  /**
   * How often topics and phrases were spoken of in what matches: the most frequent ones.
   *
   * @param only these topics; the most frequent ones if there are none
   */
  TopicCounts counts(Query matching, Collection<String> only, int most);

  /** Makes all that was written of some activities findable at once. */
  void settle(Collection<String> ids);
}
