package dev.kith.api.searches;

import dev.kith.schemas.SavedSearch;

/** One way to tell what newly fits a saved search. */
sealed interface NewsSource permits FedNews, FittingNews {
  /** The search, with all that fits it now taken for seen. */
  SavedSearch begun(SavedSearch search);

  /** What fits it that has not been seen, at most so much of it. */
  News news(SavedSearch search, int most);

  /**
   * The search, with some news taken for seen.
   *
   * @param until as the news had it
   */
  SavedSearch seen(SavedSearch search, String until);
}
