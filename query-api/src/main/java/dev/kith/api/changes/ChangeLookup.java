package dev.kith.api.changes;

import dev.kith.api.changes.Stretch.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up what has changed, as one listener may see it. */
interface ChangeLookup {
  /** Those of some ids that fit what the listener wants to hear, each with its JSON. */
  Map<String, String> fitting(List<String> ids);

  /** The ids of what is deleted or over by now, as far as the listener may hear of it. */
  Set<String> ended(List<Change> changes);

  /** The JSON that says that something is gone. */
  String gone(String id);
}
