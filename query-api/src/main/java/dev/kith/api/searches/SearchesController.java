package dev.kith.api.searches;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.PageRequestParser;
import dev.kith.api.web.JsonFields;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Saved searches, and what newly fits them. */
@Controller("/api/searches")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "searches")
class SearchesController {
  /** What the news of the largest page says. */
  private static final int LONGEST = 20_000;

  private final SearchBook book;
  private final PageRequestParser pages;

  SearchesController(SearchBook book, PageRequestParser pages) {
    this.book = book;
    this.pages = pages;
  }

  /** Saves a search. What fits it by now is not news. */
  @Post
  @Status(HttpStatus.CREATED)
  SearchView save(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SavedSearchRequest.class)))
          @Body
          JsonNode body) {
    return SearchView.of(book.save(SavedSearchRequest.read(body)));
  }

  /** All saved searches, oldest first. */
  @Get
  SearchesView searches() {
    return new SearchesView(book.all().stream().map(SearchView::of).toList());
  }

  /** One saved search. */
  @Get("/{id}")
  SearchView search(String id) {
    return SearchView.of(book.present(id));
  }

  /** What newly fits a search, until it is said to have been seen: asking again tells it again. */
  @Get("/{id}/news")
  NewsView news(
      String id,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    int most = pages.page("news", size, Optional.empty()).size();
    var search = book.present(id);
    return NewsView.of(search, book.news(search, most));
  }

  /** Says that the news of a search has been seen; the next news is what comes after. */
  @Post("/{id}/seen")
  @Status(HttpStatus.NO_CONTENT)
  void seen(
      String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = Seen.class)))
          @Body
          JsonNode body) {
    String until = JsonFields.of(body, "", List.of("until")).text("until", LONGEST);
    book.seen(book.present(id), until);
  }

  /** Forgets a search. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(String id) {
    book.remove(book.present(id));
  }

  /**
   * All saved searches.
   *
   * @param searches oldest first
   */
  @Serdeable
  record SearchesView(List<SearchView> searches) {}

  /**
   * How far the news has been seen.
   *
   * @param until as the news had it
   */
  @Serdeable
  record Seen(@Schema(example = "0-8121.1-7733") String until) {}
}
