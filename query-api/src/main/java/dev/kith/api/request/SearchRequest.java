package dev.kith.api.request;

import dev.kith.api.query.Viewer;
import dev.kith.api.search.SearchQuery;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

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

  /**
   * The parameters of a search in the URL.
   *
   * @param q the search, in the search language
   * @param as the viewer
   * @param size most hits per page
   * @param cursor where the page begins
   */
  @Introspected
  public record Parameters(
      @QueryValue
          @Parameter(
              required = false,
              description = "what to look for, in the search language",
              example = "biodiversity since:2025-01-01 -network:git")
          Optional<String> q,
      @QueryValue
          @Parameter(
              required = false,
              description = "as whom: ids, accounts or addresses with commas between, or a domain",
              example = "ann@example.org")
          Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              description = "how many at once",
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size,
      @QueryValue
          @Parameter(
              required = false,
              description = "next of the page before",
              example = "WzEsIjhkNGE4OGY2Ii0xXQ")
          Optional<String> cursor) {

    /** All parameters that stay the same on every page. */
    String text() {
      return q.orElse("") + "\n" + as.orElse("");
    }
  }
}
