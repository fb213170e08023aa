package dev.kith.api.people;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.people.SuggestionsPage.SuggestionView;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.request.PageRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the pairs of accounts that may be one person. Both persons have the suggestion; it is
 * listed with the first of them, so that it occurs once over all pages.
 */
@Singleton
final class SuggestionFinder {
  private static final List<String> UNREAD = List.of("accountDetails", "bio", "evidence");

  private final PeopleIndex people;

  SuggestionFinder(PeopleIndex people) {
    this.people = people;
  }

  SuggestionsPage page(PageRequest page) {
    Hits<IndexedPerson> hits =
        people.page(
            new PageQuery(
                Filters.all(List.of(Filters.is("ended", false), Filters.exists("suggestedBits"))),
                PageQuery.descending("suggestedBits"),
                page.after(),
                page.size(),
                UNREAD));
    Map<String, IndexedPerson> holders = holders(hits.documents());
    List<SuggestionView> found =
        hits.documents().stream()
            .flatMap(person -> of(person, holders, pair -> pair.first().id().equals(person.id())))
            .toList();
    return new SuggestionsPage(found, page.next(hits));
  }

  /** The suggestions of this person, the likeliest first. */
  List<SuggestionView> about(IndexedPerson person) {
    return of(person, holders(List.of(person)), _ -> true).toList();
  }

  private static Stream<SuggestionView> of(
      IndexedPerson person, Map<String, IndexedPerson> holders, Predicate<SuggestedPair> wanted) {
    return person.suggestions().stream()
        .flatMap(each -> SuggestedPair.of(each, holders).stream())
        .filter(Predicate.not(SuggestedPair::isSettled).and(wanted))
        .map(SuggestedPair::view);
  }

  private Map<String, IndexedPerson> holders(List<IndexedPerson> some) {
    List<String> accounts =
        some.stream()
            .flatMap(person -> person.suggestions().stream())
            .flatMap(each -> Stream.of(each.a(), each.b()))
            .distinct()
            .toList();
    Map<String, IndexedPerson> holders = new HashMap<>();
    holding(accounts)
        .forEach(person -> person.accounts().forEach(each -> holders.put(each, person)));
    return holders;
  }

  private List<IndexedPerson> holding(List<String> accounts) {
    return accounts.isEmpty()
        ? List.of()
        : people
            .page(
                new PageQuery(
                    Filters.all(
                        List.of(Filters.is("ended", false), Filters.any("accounts", accounts))),
                    List.of(PageQuery.byId()),
                    List.of(),
                    accounts.size(),
                    UNREAD))
            .documents();
  }
}
