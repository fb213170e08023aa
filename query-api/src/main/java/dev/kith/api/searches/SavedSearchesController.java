package dev.kith.api.searches;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.RequestBodyReader;
import dev.kith.api.request.RequestParser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
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

/** Saved searches and their updates. */
@Controller("/api/searches")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "searches")
class SavedSearchesController {
  private final SavedSearchService searches;
  private final RequestBodyReader bodies;
  private final RequestParser requests;

  SavedSearchesController(
      SavedSearchService searches, RequestBodyReader bodies, RequestParser requests) {
    this.searches = searches;
    this.bodies = bodies;
    this.requests = requests;
  }

  /** Saves a search. Its present matches are not new. */
  @Post
  @Status(HttpStatus.CREATED)
  SavedSearchView save(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SavedSearchRequest.class)))
          @Body
          String body) {
    return SavedSearchView.of(searches.save(bodies.read(body, SavedSearchRequest.class)));
  }

  /** All saved searches, oldest first. */
  @Get
  SearchesView searches() {
    return new SearchesView(searches.all().stream().map(SavedSearchView::of).toList());
  }

  /** One saved search. */
  @Get("/{id}")
  SavedSearchView search(String id) {
    return SavedSearchView.of(searches.present(id));
  }

  /** New matches of a search since it was last marked as seen. */
  @Get("/{id}/updates")
  SearchUpdateView updates(
      String id,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    int max = requests.page("updates", size, Optional.empty()).size();
    var search = searches.present(id);
    return SearchUpdateView.of(search, searches.update(search, max));
  }

  /** Marks the new matches of a search as seen. */
  @Post("/{id}/seen")
  @Status(HttpStatus.NO_CONTENT)
  void seen(
      String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SeenRequest.class)))
          @Body
          String body) {
    SeenRequest request = bodies.read(body, SeenRequest.class);
    searches.seen(searches.present(id), request.until());
  }

  /** Deletes a saved search. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(String id) {
    searches.delete(searches.present(id));
  }

  /**
   * All saved searches.
   *
   * @param searches oldest first
   */
  @Serdeable
  record SearchesView(List<SavedSearchView> searches) {}
}
