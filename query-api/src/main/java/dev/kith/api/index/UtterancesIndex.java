package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** Who answered whom and when: many activities at once, without their texts. */
public interface UtterancesIndex {
  /** The newest that match, newest first. */
  List<Utterance> newest(Query matching, int most);
}
