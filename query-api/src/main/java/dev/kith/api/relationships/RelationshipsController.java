package dev.kith.api.relationships;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.search.Scope;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;

/** Relationships of all people or of one person. */
@Controller("/api")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "relationships")
class RelationshipsController {
  private final RelationshipSearch search;
  private final RequestParser requests;
  private final PersonResolver persons;

  RelationshipsController(
      RelationshipSearch search, RequestParser requests, PersonResolver persons) {
    this.search = search;
    this.requests = requests;
    this.persons = persons;
  }

  /** Relationships that match, closest first. With {@code as}, only those of the viewer. */
  @Get("/relationships")
  RelationshipsPage relationships(
      @RequestBean SearchRequest.Parameters asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "strength, warming, last, first or count; greatest first",
              example = "strength")
          Optional<String> sort) {
    var request = requests.parse("relationships", asked, sort, Scope.RELATIONSHIPS);
    var of = RelationshipSearch.of(request.viewer());
    return search.page(request, of, RelationshipOrder.of(sort));
  }

  /** The relationships of a person, closest first. */
  @Get("/people/{id}/relationships")
  RelationshipsPage ofPerson(
      String id,
      @RequestBean SearchRequest.Parameters asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "strength, warming, last, first or count; greatest first",
              example = "strength")
          Optional<String> sort) {
    var request = requests.parse(id + " relationships", asked, sort, Scope.RELATIONSHIPS);
    var person = persons.current(id, "/relationships");
    return search.page(request, Set.of(person.id()), RelationshipOrder.of(sort));
  }
}
