package dev.kith.api.searches;

import dev.kith.schemas.SavedSearch;
import java.util.List;
import java.util.Optional;

/** Stores saved searches. */
interface SavedSearchRepository {
  /** All of them, oldest first. */
  List<SavedSearch> all();

  /** The one with this id. */
  Optional<SavedSearch> byId(String id);

  /** Stores or replaces it, durably. */
  void save(SavedSearch search);

  /** Deletes it. */
  void delete(String id);
}
