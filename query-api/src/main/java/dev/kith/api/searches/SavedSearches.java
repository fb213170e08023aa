package dev.kith.api.searches;

import dev.kith.schemas.SavedSearch;
import java.util.List;
import java.util.Optional;

/** Where saved searches are kept. */
interface SavedSearches {
  /** All of them, oldest first. */
  List<SavedSearch> all();

  /** The one with this id. */
  Optional<SavedSearch> byId(String id);

  /** Keeps it in place of what has its id; when it returns it is safe. */
  void keep(SavedSearch search);

  /** Forgets it. */
  void remove(String id);
}
