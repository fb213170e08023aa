package dev.kith.api.searches;

import dev.kith.schemas.SavedSearch;

/** Finds new matches of a saved search. */
sealed interface SearchDiff permits FeedDiff, ResultSetDiff {
  /** The search with all present matches marked as seen. */
  SavedSearch started(SavedSearch search);

  /** The matches that were not seen, up to a limit. */
  SearchUpdate update(SavedSearch search, int max);

  /**
   * The search with an update marked as seen.
   *
   * @param until {@link SearchUpdate#until}
   */
  SavedSearch seen(SavedSearch search, String until);
}
