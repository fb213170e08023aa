package dev.kith.api.searches;

import dev.kith.api.people.PeoplePage;
import dev.kith.api.people.PeopleSearch;
import dev.kith.api.query.Moment;
import dev.kith.api.query.Viewer;
import dev.kith.api.relationships.RelationshipSearch;
import dev.kith.api.relationships.RelationshipsPage;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.PageRequest.PageCursor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The relationships or people that match a saved search now. */
@Singleton
class MatchingResults {
  /** The most results of one saved search. */
  static final int MAX_RESULTS = 5_000;

  private static final int PAGE_SIZE = 1_000;

  private final RelationshipSearch relationships;
  private final PeopleSearch people;
  private final SavedSearchParser parser;
  private final RequestParser requests;

  MatchingResults(
      RelationshipSearch relationships,
      PeopleSearch people,
      SavedSearchParser parser,
      RequestParser requests) {
    this.relationships = relationships;
    this.people = people;
    this.parser = parser;
    this.requests = requests;
  }

  /** All of them, in the default order; at most one more than {@link #MAX_RESULTS}. */
  List<Match> all(SavedSearch saved) {
    SearchQuery search = SavedSearchParser.search(saved);
    Viewer viewer = parser.viewer(saved);
    return switch (SavedSearchParser.type(saved)) {
      case RELATIONSHIPS ->
          pages(page -> matches(relationships.page(new SearchRequest(search, viewer, page))));
      case PEOPLE -> pages(page -> matches(people.page(new SearchRequest(search, viewer, page))));
      case ACTIVITIES -> throw new IllegalStateException("activities are too many to be listed");
    };
  }

  private List<Match> pages(Function<PageRequest, ResultPage> ask) {
    Moment moment = requests.now();
    var matches = new ArrayList<Match>();
    List<String> after = List.of();
    while (true) {
      ResultPage page = ask.apply(new PageRequest("", moment, PAGE_SIZE, after));
      matches.addAll(page.matches());
      if (page.next() == null || matches.size() > MAX_RESULTS) {
        return matches.stream().limit(MAX_RESULTS + 1L).toList();
      }
      after = PageCursor.decode(page.next(), "").after();
    }
  }

  private static ResultPage matches(RelationshipsPage page) {
    return new ResultPage(
        page.relationships().stream()
            .map(each -> Match.of(PersonPair.of(each.a().id(), each.b().id()).key(), each))
            .toList(),
        page.next());
  }

  private static ResultPage matches(PeoplePage page) {
    return new ResultPage(
        page.people().stream().map(each -> Match.of(each.id(), each)).toList(), page.next());
  }

  private record ResultPage(List<Match> matches, @Nullable String next) {}

  /**
   * One match.
   *
   * @param hash of its id
   * @param view as answers show it
   */
  record Match(long hash, Object view) {
    static Match of(String id, Object view) {
      return new Match(IdHashes.of(id), view);
    }
  }
}
