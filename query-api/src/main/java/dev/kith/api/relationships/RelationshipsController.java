package dev.kith.api.relationships;

import dev.kith.api.asking.Asker;
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
import java.util.Set;

/** Relationships, of everybody or of one person. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
    responseCode = "400",
    description = "a wrong parameter, named; other errors (401, 404, 503) look the same",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "relationships")
class RelationshipsController {
  private final RelationshipSearch search;
  private final Askers askers;
  private final Pages pages;
  private final Persons persons;

  RelationshipsController(RelationshipSearch search, Askers askers, Pages pages, Persons persons) {
    this.search = search;
    this.askers = askers;
    this.pages = pages;
    this.persons = persons;
  }

  /** Relationships that fit, closest now first. With {@code as}, only those of the asker. */
  @Get("/relationships")
  RelationshipsPage relationships(@RequestBean RelationshipsQuery query) {
    var page = pages.page("relationships " + query.text(), query.size(), query.cursor());
    var wanted = Understanding.search(query.q(), Scope.RELATIONSHIPS);
    var order = RelationshipOrder.of(query.sort());
    Asker asker = askers.asker(query.as());
    return search.page(wanted, asker, RelationshipSearch.of(asker), order, page);
  }

  /** Whom a person is in touch with, closest now first. */
  @Get("/people/{id}/relationships")
  RelationshipsPage ofPerson(String id, @RequestBean RelationshipsQuery query) {
    var page = pages.page(id + " relationships " + query.text(), query.size(), query.cursor());
    var wanted = Understanding.search(query.q(), Scope.RELATIONSHIPS);
    var order = RelationshipOrder.of(query.sort());
    var person = persons.present(id, "/relationships");
    return search.page(wanted, askers.asker(query.as()), Set.of(person.id()), order, page);
  }
}
