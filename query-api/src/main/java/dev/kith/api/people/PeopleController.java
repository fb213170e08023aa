package dev.kith.api.people;

import dev.kith.api.asking.Asked;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Inquiries;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.Turns;
import dev.kith.api.index.PersonDocument;
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

/** People, and why their accounts are one person. */
@Controller("/api/people")
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "people")
class PeopleController {
  private static final int TOPICS = 12;

  private final PeopleSearch search;
  private final Persons persons;
  private final PersonalTopics topics;
  private final Suggestions suggestions;
  private final Ties ties;
  private final Inquiries inquiries;
  private final Askers askers;
  private final Pages pages;

  PeopleController(
      PeopleSearch search,
      Persons persons,
      PersonalTopics topics,
      Suggestions suggestions,
      Ties ties,
      Inquiries inquiries,
      Askers askers,
      Pages pages) {
    this.search = search;
    this.topics = topics;
    this.suggestions = suggestions;
    this.persons = persons;
    this.ties = ties;
    this.inquiries = inquiries;
    this.askers = askers;
    this.pages = pages;
  }

  /** Everyone the words could mean, by text and closeness; without words, whom the asker knows. */
  @Get
  PeoplePage people(@RequestBean Asked asked) {
    return search.page(inquiries.inquiry("people", asked, Scope.PEOPLE));
  }

  /** One person. An id that has passed to another person answers with a redirection, 308. */
  @Get("/{id}")
  PersonView person(String id, @QueryValue @Parameter(required = false) Optional<String> as) {
    PersonDocument person = persons.present(id, "");
    Asker asker = askers.asker(as);
    var closeness = ties.to(List.of(person.id()), asker, pages.now());
    return PersonView.of(person, topics.of(person, asker, TOPICS), closeness.get(person.id()));
  }

  /**
   * Why the accounts are one person: the accepted evidence, the links that were refused, and who
   * else it may be.
   */
  @Get("/{id}/why")
  WhyView why(String id) {
    PersonDocument person = persons.present(id, "/why");
    return WhyView.of(person, suggestions.about(person));
  }
}
