package dev.kith.api.activities;

import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.Understanding;
import dev.kith.api.people.Persons;
import dev.kith.api.search.Scope;
import dev.kith.api.web.Problem;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** What was said and done, by everybody or by one person. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
    responseCode = "400",
    description = "a wrong parameter, named; other errors (401, 404, 503) look the same",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "activities")
class ActivitiesController {
  private final ActivitySearch search;
  private final Askers askers;
  private final Pages pages;
  private final Persons persons;

  ActivitiesController(ActivitySearch search, Askers askers, Pages pages, Persons persons) {
    this.search = search;
    this.askers = askers;
    this.pages = pages;
    this.persons = persons;
  }

  /** Activities that fit, as far as the asker may see them. */
  @Get("/activities")
  ActivitiesPage activities(@RequestBean ActivitiesQuery query) {
    var page = pages.page("activities " + query.text(), query.size(), query.cursor());
    var wanted = Understanding.search(query.q(), Scope.ACTIVITIES);
    return search.page(wanted, askers.asker(query.as()), List.of(), query.sort(), page);
  }

  /** A person's timeline over all networks, newest first. */
  @Get("/people/{id}/activities")
  ActivitiesPage ofPerson(String id, @RequestBean ActivitiesQuery query) {
    var page = pages.page(id + " activities " + query.text(), query.size(), query.cursor());
    var wanted = Understanding.search(query.q(), Scope.ACTIVITIES);
    var person = persons.present(id, "/activities");
    var sort = Optional.of(query.sort().orElse("newest"));
    return search.page(wanted, askers.asker(query.as()), person.accounts(), sort, page);
  }
}
