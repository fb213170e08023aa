package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** What some activities are about more than all activities are. */
public interface TellingTopicsIndex {
  /** The topics and phrases of what matches, most telling first; then the most frequent. */
  List<TellingTopic> telling(Query matching, int most);
}
