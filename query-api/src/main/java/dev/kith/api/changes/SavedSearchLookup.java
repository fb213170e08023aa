package dev.kith.api.changes;

import java.util.Optional;

/** Finds the subscription of a saved search. */
public interface SavedSearchLookup {
  /** Empty if no saved search has this id. */
  Optional<Subscription> byId(String id);

  /**
   * The search of a listener.
   *
   * @param type of the entities
   * @param q the search
   * @param as the viewer
   */
  record Subscription(EntityType type, Optional<String> q, Optional<String> as) {}
}
