package dev.kith.api.activities;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.Scope;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Activities of all people or of one person. */
@Controller("/api")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "activities")
class ActivitiesController {
  private final ActivitySearch search;
  private final RequestParser requests;
  private final PersonResolver persons;
  private final ViewerResolver viewers;

  ActivitiesController(
      ActivitySearch search,
      RequestParser requests,
      PersonResolver persons,
      ViewerResolver viewers) {
    this.search = search;
    this.requests = requests;
    this.persons = persons;
    this.viewers = viewers;
  }

  /** Activities that match, as far as the viewer may see them. */
  @Get("/activities")
  ActivitiesPage activities(
      @RequestBean SearchRequest.Parameters asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "newest, or best: the words decide",
              example = "newest")
          Optional<String> sort) {
    var request = requests.parse("activities", asked, sort, Scope.ACTIVITIES);
    return search.page(request, List.of(), sort);
  }

  /** A single activity, if the viewer may see it. */
  @Get("/activities/{id}")
  ActivityView activity(
      @Parameter(description = "id of the activity, percent-encoded", example = "m1@example.org")
          String id,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as) {
    return search.byId(id, viewers.viewer(as), requests.now());
  }

  /** A person's timeline over all networks, newest first. */
  @Get("/people/{id}/activities")
  ActivitiesPage ofPerson(
      String id,
      @RequestBean SearchRequest.Parameters asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "newest, or best: the words decide",
              example = "newest")
          Optional<String> sort) {
    var request = requests.parse(id + " activities", asked, sort, Scope.ACTIVITIES);
    var person = persons.current(id, "/activities");
    return search.page(request, person.accounts(), Optional.of(sort.orElse("newest")));
  }
}
