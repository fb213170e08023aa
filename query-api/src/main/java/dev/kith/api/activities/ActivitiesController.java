package dev.kith.api.activities;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.SearchParameters;
import dev.kith.api.request.SearchRequestParser;
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

/** Activities, of everybody or of one person. */
@Controller("/api")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "activities")
class ActivitiesController {
  private final ActivitySearch search;
  private final SearchRequestParser requests;
  private final PersonResolver persons;

  ActivitiesController(
      ActivitySearch search, SearchRequestParser requests, PersonResolver persons) {
    this.search = search;
    this.requests = requests;
    this.persons = persons;
  }

  /** Activities that match, as far as the viewer may see them. */
  @Get("/activities")
  ActivitiesPage activities(
      @RequestBean SearchParameters asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "newest, or best: the words decide",
              example = "newest")
          Optional<String> sort) {
    var request = requests.parse("activities", asked, sort, Scope.ACTIVITIES);
    return search.page(request, List.of(), sort);
  }

  /** A person's timeline over all networks, newest first. */
  @Get("/people/{id}/activities")
  ActivitiesPage ofPerson(
      String id,
      @RequestBean SearchParameters asked,
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
