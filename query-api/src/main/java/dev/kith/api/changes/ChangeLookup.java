package dev.kith.api.changes;

import dev.kith.api.changes.TopicSlice.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up changed documents for one listener. */
interface ChangeLookup {
  /** Those of some ids that match the listener's search, each with its JSON. */
  Map<String, String> matching(List<String> ids);

  /** The ids of what is deleted or ended, as far as the listener may know of it. */
  Set<String> ended(List<Change> changes);

  /** The JSON of an event {@code gone}. */
  String gone(String id);
}
