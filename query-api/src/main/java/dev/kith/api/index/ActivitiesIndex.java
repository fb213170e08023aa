package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** The questions this service asks of the activities index. */
public interface ActivitiesIndex {
  /** A page of those that fit. */
  Hits<ActivityDocument> page(Question question);

  /** What the best matches say about who knows the subject, best first. */
  List<Vote> votes(Query scored, int most);
}
