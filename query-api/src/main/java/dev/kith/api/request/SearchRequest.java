package dev.kith.api.request;

import dev.kith.api.search.SearchQuery;

/**
 * A search request, parsed.
 *
 * @param search the search
 * @param viewer the viewer
 * @param page the requested page
 */
public record SearchRequest(SearchQuery search, Viewer viewer, PageRequest page) {
  /** The same, as of the past day of {@code at:}, if the search has one. */
  public SearchRequest atPastDay() {
    return search.at().map(day -> new SearchRequest(search, viewer, page.at(day))).orElse(this);
  }
}
