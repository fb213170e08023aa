package dev.kith.api.request;

import dev.kith.api.search.Scope;
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
   * @param path that tells this request from others with the same parameters
   */
  public SearchRequest parse(String path, SearchParameters parameters, Scope scope) {
    return parse(path, parameters, Optional.empty(), scope);
  }

  /**
   * Parses the parameters of a search that can be sorted.
   *
   * @param path that tells this request from others with the same parameters
   */
  public SearchRequest parse(
      String path, SearchParameters parameters, Optional<String> sort, Scope scope) {
    String query = path + "\n" + parameters.text() + "\n" + sort.orElse("");
    PageRequest page = pages.page(query, parameters.size(), parameters.cursor());
    SearchQuery search = NameResolver.search(parameters.q(), scope, page.moment());
    return new SearchRequest(search, viewers.viewer(parameters.as()), page);
  }
}
