package dev.kith.api.people;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.Scope;
import dev.kith.api.topics.PersonTopics;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Search for people, and the evidence that joins their accounts. */
@Controller("/api/people")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "people")
class PeopleController {
  private static final int TOPICS = 12;

  private final PeopleSearch search;
  private final PersonResolver persons;
  private final PersonTopics topics;
  private final SuggestionFinder suggestions;
  private final ViewerContacts contacts;
  private final RequestParser requests;
  private final ViewerResolver viewers;

  PeopleController(
      PeopleSearch search,
      PersonResolver persons,
      PersonTopics topics,
      SuggestionFinder suggestions,
      ViewerContacts contacts,
      RequestParser requests,
      ViewerResolver viewers) {
    this.search = search;
    this.topics = topics;
    this.suggestions = suggestions;
    this.persons = persons;
    this.contacts = contacts;
    this.requests = requests;
    this.viewers = viewers;
  }

  /**
   * People whose name or texts match the query, by text and closeness; without words, the contacts
   * of the viewer.
   */
  @Get
  PeoplePage people(@RequestBean SearchRequest.Parameters parameters) {
    return search.page(requests.parse("people", parameters, Scope.PEOPLE));
  }

  /** One person. An id that has passed to another person answers with a redirection, 308. */
  @Get("/{id}")
  PersonView person(String id, @QueryValue @Parameter(required = false) Optional<String> as) {
    IndexedPerson person = persons.current(id, "");
    Viewer viewer = viewers.viewer(as);
    var closeness = contacts.to(List.of(person.id()), viewer, requests.now());
    return PersonView.of(person, topics.of(person, viewer, TOPICS), closeness.get(person.id()));
  }

  /**
   * Why the accounts are one person: the accepted evidence, the links that were refused, and who
   * else it may be.
   */
  @Get("/{id}/evidence")
  EvidenceView why(String id) {
    IndexedPerson person = persons.current(id, "/evidence");
    return EvidenceView.of(person, suggestions.about(person));
  }
}
