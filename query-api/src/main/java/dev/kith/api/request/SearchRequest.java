package dev.kith.api.request;

import dev.kith.api.search.SearchQuery;

/**
 * A search request, parsed.
 *
 * @param search what to look for
 * @param viewer as whom
 * @param page which page of the answer is wanted
 */
public record SearchRequest(SearchQuery search, Viewer viewer, PageRequest page) {
  /** The same, of the past day that the search looks at, if it does. */
  public SearchRequest atPastDay() {
    return search.at().map(day -> new SearchRequest(search, viewer, page.at(day))).orElse(this);
  }
}
