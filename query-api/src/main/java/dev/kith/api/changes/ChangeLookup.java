package dev.kith.api.changes;

import dev.kith.api.changes.TopicSlice.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up changed documents for one listener. */
interface ChangeLookup {
  /** Those of these documents that match the search of the listener: JSON by id. */
  Map<String, String> matching(List<String> ids);

  /** The ids of deleted or ended documents of which the listener may know. */
  Set<String> ended(List<Change> changes);

  /** The JSON of an event {@code gone}. */
  String gone(String id);
}
