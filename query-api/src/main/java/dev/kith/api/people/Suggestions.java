package dev.kith.api.people;

import dev.kith.api.asking.Page;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Orders;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the pairs of accounts that may be one person. Both persons carry a suggestion; it is told
 * where the first of them comes, so that it is told once over all pages.
 */
@Singleton
final class Suggestions {
  private static final List<String> UNREAD = List.of("accountDetails", "bio", "evidence");

  private final PeopleIndex people;

  Suggestions(PeopleIndex people) {
    this.people = people;
  }

  SuggestionsPage page(Page page) {
    Hits<PersonDocument> hits =
        people.page(
            new Question(
                Terms.all(List.of(Terms.is("ended", false), Terms.exists("suggestedBits"))),
                Orders.descending("suggestedBits"),
                page.after(),
                page.size(),
                UNREAD));
    Map<String, PersonDocument> holders = holders(hits.documents());
    List<SuggestionView> found =
        hits.documents().stream()
            .flatMap(person -> of(person, holders, pair -> pair.first().id().equals(person.id())))
            .toList();
    return new SuggestionsPage(found, page.next(hits));
  }

  /** Who else a person may be, the likeliest first. */
  List<SuggestionView> about(PersonDocument person) {
    return of(person, holders(List.of(person)), _ -> true).toList();
  }

  private static Stream<SuggestionView> of(
      PersonDocument person, Map<String, PersonDocument> holders, Predicate<Lookalikes> wanted) {
    return person.suggestions().stream()
        .flatMap(each -> Lookalikes.of(each, holders).stream())
        .filter(Predicate.not(Lookalikes::isSettled).and(wanted))
        .map(Lookalikes::view);
  }

  private Map<String, PersonDocument> holders(List<PersonDocument> some) {
    List<String> accounts =
        some.stream()
            .flatMap(person -> person.suggestions().stream())
            .flatMap(each -> Stream.of(each.a(), each.b()))
            .distinct()
            .toList();
    Map<String, PersonDocument> holders = new HashMap<>();
    holding(accounts)
        .forEach(person -> person.accounts().forEach(each -> holders.put(each, person)));
    return holders;
  }

  private List<PersonDocument> holding(List<String> accounts) {
    return accounts.isEmpty()
        ? List.of()
        : people
            .page(
                new Question(
                    Terms.all(List.of(Terms.is("ended", false), Terms.any("accounts", accounts))),
                    List.of(Orders.byId()),
                    List.of(),
                    accounts.size(),
                    UNREAD))
            .documents();
  }
}
