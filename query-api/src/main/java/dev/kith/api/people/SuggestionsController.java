package dev.kith.api.people;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** Pairs of accounts that may be one person. */
@Controller("/api/people/suggestions")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "people")
class SuggestionsController {
  private final SuggestionFinder suggestions;
  private final RequestParser requests;

  SuggestionsController(SuggestionFinder suggestions, RequestParser requests) {
    this.suggestions = suggestions;
    this.requests = requests;
  }

  /** Pairs of accounts that look alike, too little to be joined; the likeliest first. */
  @Get
  SuggestionsPage suggestions(
      @QueryValue @Parameter(required = false, description = "of how many people at once")
          Optional<String> size,
      @QueryValue @Parameter(required = false, description = "next of the page before")
          Optional<String> cursor) {
    return suggestions.page(requests.page("suggestions", size, cursor));
  }
}
