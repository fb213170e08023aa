package dev.kith.api.request;

import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchQuery;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Understands what is asked. */
@Singleton
public class SearchRequestParser {
  private final ViewerResolver viewers;
  private final PageRequestParser pages;

  SearchRequestParser(ViewerResolver viewers, PageRequestParser pages) {
    this.viewers = viewers;
    this.pages = pages;
  }

  /**
   * What is asked.
   *
   * @param path that tells this question from others with the same parameters
   */
  public SearchRequest parse(String path, SearchParameters asked, Scope scope) {
    return parse(path, asked, Optional.empty(), scope);
  }

  /**
   * What is asked, in an order.
   *
   * @param path that tells this question from others with the same parameters
   */
  public SearchRequest parse(
      String path, SearchParameters asked, Optional<String> sort, Scope scope) {
    String question = path + "\n" + asked.text() + "\n" + sort.orElse("");
    PageRequest page = pages.page(question, asked.size(), asked.cursor());
    SearchQuery search = NameResolver.search(asked.q(), scope, page.moment());
    return new SearchRequest(search, viewers.viewer(asked.as()), page);
  }
}
