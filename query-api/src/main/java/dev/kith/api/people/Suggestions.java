package dev.kith.api.people;

import dev.kith.api.asking.Page;
import dev.kith.api.index.EvidenceDocument;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Orders;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the pairs of accounts that may be one person. Both persons carry a suggestion; it is told
 * where the first of them comes, so that it is told once over all pages.
 */
@Singleton
final class Suggestions {
  private static final Comparator<PersonDocument> FIRST =
      Comparator.comparingDouble(Suggestions::bits).reversed().thenComparing(PersonDocument::id);

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
        hits.documents().stream().flatMap(person -> of(person, holders)).toList();
    return new SuggestionsPage(found, page.next(hits));
  }

  private static Stream<SuggestionView> of(
      PersonDocument person, Map<String, PersonDocument> holders) {
    return person.suggestions().stream()
        .filter(each -> isToldBy(person, each, holders))
        .map(
            each ->
                SuggestionView.of(
                    each,
                    Objects.requireNonNull(holders.get(each.a())),
                    Objects.requireNonNull(holders.get(each.b()))));
  }

  /** Not settled by now, and not told at the other's place. */
  private static boolean isToldBy(
      PersonDocument person, EvidenceDocument suggestion, Map<String, PersonDocument> holders) {
    PersonDocument a = holders.get(suggestion.a());
    PersonDocument b = holders.get(suggestion.b());
    if (a == null || b == null || a.id().equals(b.id()) || areDecidedToDiffer(a, b)) {
      return false;
    }
    return (FIRST.compare(a, b) <= 0 ? a : b).id().equals(person.id());
  }

  /** Also through accounts that look nothing like each other. */
  private static boolean areDecidedToDiffer(PersonDocument a, PersonDocument b) {
    return Stream.of(a, b)
        .flatMap(person -> person.refused().stream())
        .filter(each -> each.kind().equals("DECISION"))
        .anyMatch(each -> isAcross(each, a, b) || isAcross(each, b, a));
  }

  private static boolean isAcross(EvidenceDocument each, PersonDocument a, PersonDocument b) {
    return a.accounts().contains(each.a()) && b.accounts().contains(each.b());
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

  private static double bits(PersonDocument person) {
    return Objects.requireNonNullElse(person.suggestedBits(), Double.NEGATIVE_INFINITY);
  }
}
