package dev.kith.api.request;

import dev.kith.api.error.InvalidParameter;
import dev.kith.api.query.Moment;
import dev.kith.api.search.CalendarPeriod;
import dev.kith.api.search.Clause;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchParser;
import dev.kith.api.search.SearchQuery;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Parses the parameters of a search. */
@Singleton
public class SearchRequestParser {
  private final ViewerResolver viewers;
  private final PageRequestParser pages;

  SearchRequestParser(ViewerResolver viewers, PageRequestParser pages) {
    this.viewers = viewers;
    this.pages = pages;
  }

  /**
   * Parses the parameters.
   *
   * @param path path of the request, which its cursors are bound to
   */
  public SearchRequest parse(String path, SearchParameters parameters, Scope scope) {
    return parse(path, parameters, Optional.empty(), scope);
  }

  /**
   * Parses the parameters of a search that can be sorted.
   *
   * @param path path of the request, which its cursors are bound to
   */
  public SearchRequest parse(
      String path, SearchParameters parameters, Optional<String> sort, Scope scope) {
    String query = path + "\n" + parameters.text() + "\n" + sort.orElse("");
    PageRequest page = pages.page(query, parameters.size(), parameters.cursor());
    SearchQuery search = SearchRequestParser.query(parameters.q(), scope, page.moment());
    return new SearchRequest(search, viewers.viewer(parameters.as()), page);
  }

  /**
   * Parses parameter {@code q}; without it the search matches everything.
   *
   * @param now the moment of the request; {@code at:} must not be later
   */
  public static SearchQuery query(Optional<String> q, Scope scope, Moment now) {
    SearchQuery search = query(q, scope);
    search.all(Clause.At.class).forEach(at -> requireBegun(at.period(), now));
    return search;
  }

  /** The same without a check of {@code at:}. */
  public static SearchQuery query(Optional<String> q, Scope scope) {
    return SearchParser.parse(q.orElse(""), scope);
  }

  private static void requireBegun(CalendarPeriod period, Moment now) {
    if (!period.hasBegun(now.today())) {
      throw InvalidParameter.because(
          "q",
          "at: expected a day, month or year that has begun by %s, found one that begins on %s"
              .formatted(now.today(), period.first()));
    }
  }
}
