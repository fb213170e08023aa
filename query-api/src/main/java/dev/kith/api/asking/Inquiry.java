package dev.kith.api.asking;

import dev.kith.api.search.Search;

/**
 * A search that is understood.
 *
 * @param search what to look for
 * @param asker who asks
 * @param page which page of the answer is wanted
 */
public record Inquiry(Search search, Asker asker, Page page) {
  /** The same, of the past day that the search looks at, if it does. */
  public Inquiry asOfThen() {
    return search.at().map(day -> new Inquiry(search, asker, page.at(day))).orElse(this);
  }
}
