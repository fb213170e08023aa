package dev.kith.api.people;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.search.Scope;
import dev.kith.api.web.Problem;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** People, and why their accounts are one person. */
@Controller("/api/people")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
    responseCode = "400",
    description = "a wrong parameter, named; other errors (401, 404, 503) look the same",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "people")
class PeopleController {
  private final PeopleSearch search;
  private final Persons persons;
  private final Ties ties;
  private final Askers askers;
  private final Pages pages;

  PeopleController(PeopleSearch search, Persons persons, Ties ties, Askers askers, Pages pages) {
    this.search = search;
    this.persons = persons;
    this.ties = ties;
    this.askers = askers;
    this.pages = pages;
  }

  /** Everyone the words could mean, by text and closeness; without words, whom the asker knows. */
  @Get
  PeoplePage people(@RequestBean PeopleQuery query) {
    var page = pages.page("people " + query.text(), query.size(), query.cursor());
    var wanted = Understanding.search(query.q(), Scope.PEOPLE);
    return search.page(wanted, askers.asker(query.as()), page);
  }

  /** One person. An id that has passed to another person answers with a redirection, 308. */
  @Get("/{id}")
  PersonView person(String id, @QueryValue @Parameter(required = false) Optional<String> as) {
    PersonDocument person = persons.present(id, "");
    Asker asker = askers.asker(as);
    var closeness = ties.to(List.of(person.id()), asker, pages.now());
    return PersonView.of(person, closeness.get(person.id()));
  }

  /** Why the accounts are one person: the accepted evidence, and the links that were refused. */
  @Get("/{id}/why")
  WhyView why(String id) {
    return WhyView.of(persons.present(id, "/why"));
  }
}
