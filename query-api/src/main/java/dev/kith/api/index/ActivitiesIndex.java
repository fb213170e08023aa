package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Map;

/** The questions this service asks of the activities index. */
public interface ActivitiesIndex {
  /** A page of those that fit. */
  Hits<ActivityDocument> page(Question question);

  /** What the best matches say about who knows the subject, best first. */
  List<Vote> votes(Query scored, int most);

  /** The topics of what matches, with how many activities have each; the most frequent ones. */
  Map<String, Long> topics(Query matching, int most);
}
