package dev.kith.api.request;

import dev.kith.api.search.SearchQuery;

/**
 * A search that is understood.
 *
 * @param search what to look for
 * @param viewer who asks
 * @param page which page of the answer is wanted
 */
public record SearchRequest(SearchQuery search, Viewer viewer, PageRequest page) {
  /** The same, of the past day that the search looks at, if it does. */
  public SearchRequest asOfThen() {
    return search.at().map(day -> new SearchRequest(search, viewer, page.at(day))).orElse(this);
  }
}
