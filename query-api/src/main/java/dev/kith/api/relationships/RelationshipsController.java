package dev.kith.api.relationships;

import dev.kith.api.asking.Asked;
import dev.kith.api.asking.Inquiries;
import dev.kith.api.asking.Turns;
import dev.kith.api.people.Persons;
import dev.kith.api.search.Scope;
import dev.kith.api.web.Refusals;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;

/** Relationships, of everybody or of one person. */
@Controller("/api")
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "relationships")
class RelationshipsController {
  private final RelationshipSearch search;
  private final Inquiries inquiries;
  private final Persons persons;

  RelationshipsController(RelationshipSearch search, Inquiries inquiries, Persons persons) {
    this.search = search;
    this.inquiries = inquiries;
    this.persons = persons;
  }

  /** Relationships that fit, closest now first. With {@code as}, only those of the asker. */
  @Get("/relationships")
  RelationshipsPage relationships(
      @RequestBean Asked asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "strength, warming, last, first or count; greatest first",
              example = "strength")
          Optional<String> sort) {
    var inquiry = inquiries.inquiry("relationships", asked, sort, Scope.RELATIONSHIPS);
    var of = RelationshipSearch.of(inquiry.asker());
    return search.page(inquiry, of, RelationshipOrder.of(sort));
  }

  /** Whom a person is in touch with, closest now first. */
  @Get("/people/{id}/relationships")
  RelationshipsPage ofPerson(
      String id,
      @RequestBean Asked asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "strength, warming, last, first or count; greatest first",
              example = "strength")
          Optional<String> sort) {
    var inquiry = inquiries.inquiry(id + " relationships", asked, sort, Scope.RELATIONSHIPS);
    var person = persons.present(id, "/relationships");
    return search.page(inquiry, Set.of(person.id()), RelationshipOrder.of(sort));
  }
}
