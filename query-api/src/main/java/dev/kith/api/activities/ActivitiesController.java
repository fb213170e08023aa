package dev.kith.api.activities;

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
import java.util.List;
import java.util.Optional;

/** What was said and done, by everybody or by one person. */
@Controller("/api")
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "activities")
class ActivitiesController {
  private final ActivitySearch search;
  private final Inquiries inquiries;
  private final Persons persons;

  ActivitiesController(ActivitySearch search, Inquiries inquiries, Persons persons) {
    this.search = search;
    this.inquiries = inquiries;
    this.persons = persons;
  }

  /** Activities that fit, as far as the asker may see them. */
  @Get("/activities")
  ActivitiesPage activities(
      @RequestBean Asked asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "newest, or best: the words decide",
              example = "newest")
          Optional<String> sort) {
    var inquiry = inquiries.inquiry("activities", asked, sort, Scope.ACTIVITIES);
    return search.page(inquiry, List.of(), sort);
  }

  /** A person's timeline over all networks, newest first. */
  @Get("/people/{id}/activities")
  ActivitiesPage ofPerson(
      String id,
      @RequestBean Asked asked,
      @QueryValue
          @Parameter(
              required = false,
              description = "newest, or best: the words decide",
              example = "newest")
          Optional<String> sort) {
    var inquiry = inquiries.inquiry(id + " activities", asked, sort, Scope.ACTIVITIES);
    var person = persons.present(id, "/activities");
    return search.page(inquiry, person.accounts(), Optional.of(sort.orElse("newest")));
  }
}
