package dev.kith.api.request;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.StrengthQueries;
import dev.kith.api.query.Viewer;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchOperator;
import dev.kith.api.search.SearchParser;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the persons whose name matches the names in a search. */
@Singleton
public class NameResolver {
  private static final int MAX_NAMESAKES = 200;
  private static final int MAX_CONTACTS = 10_000;

  private final PeopleIndex people;
  private final RelationshipsIndex relationships;

  NameResolver(PeopleIndex people, RelationshipsIndex relationships) {
    this.people = people;
    this.relationships = relationships;
  }

  /** The persons in {@code knows:}. */
  public ResolvedNames named(SearchQuery search, Viewer viewer) {
    Map<String, ResolvedNames.PersonMatch> found = new HashMap<>();
    search.named().forEach(name -> found.put(name, match(known(name, viewer), List.of())));
    return new ResolvedNames(found);
  }

  /** The persons in {@code knows:}, with all their contacts. */
  public ResolvedNames namesWithContacts(SearchQuery search, Viewer viewer, Moment moment) {
    Map<String, ResolvedNames.PersonMatch> found = new HashMap<>();
    for (String name : search.named()) {
      List<IndexedPerson> persons = known(name, viewer);
      found.put(name, match(persons, contacts(ids(persons), moment)));
    }
    return new ResolvedNames(found);
  }

  /** The persons in {@code knows:}, and people whose name matches all words together. */
  public ResolvedNames namesAndWords(SearchQuery search, Viewer viewer) {
    Map<String, ResolvedNames.PersonMatch> found = new HashMap<>(named(search, viewer).people());
    Stream.concat(
            Stream.of(search),
            search.clauses().stream()
                .filter(Clause::isNegated)
                .map(not -> new SearchQuery(List.of(not.unnegated()))))
        .filter(each -> !each.words().isEmpty())
        .forEach(each -> found.put(each.words(), match(nameMatches(each), List.of())));
    return new ResolvedNames(found);
  }

  private List<IndexedPerson> known(String name, Viewer viewer) {
    List<IndexedPerson> found =
        name.equalsIgnoreCase("me") ? viewer.people() : byAddressOrName(name);
    if (found.isEmpty()) {
      throw InvalidParameterException.because(
          "q",
          SearchOperator.KNOWS.written()
              + ": expected the id, account, address or name of somebody known, found \""
              + name
              + "\"");
    }
    return found;
  }

  private List<IndexedPerson> byAddressOrName(String name) {
    List<IndexedPerson> addressed = people.byAddress(name);
    return addressed.isEmpty()
        ? nameMatches(SearchParser.parse('"' + name + '"', Scope.PEOPLE))
        : addressed;
  }

  private List<IndexedPerson> nameMatches(SearchQuery search) {
    if (search.words().isEmpty()) {
      return List.of(); // a name of punctuation only
    }
    var query =
        Filters.all(
            List.of(
                PeopleQueries.live(), new PeopleQueries(ResolvedNames.NOBODY).named(text(search))));
    return people.page(PageQuery.first(MAX_NAMESAKES, query)).documents();
  }

  private static SearchQuery text(SearchQuery search) {
    return new SearchQuery(search.text().toList());
  }

  private List<String> contacts(Set<String> persons, Moment moment) {
    var acquainted = RelationshipQueries.acquainted(persons, moment);
    var ranked = new StrengthQueries(moment).ranked(acquainted);
    return relationships.contacts(ranked, persons, MAX_CONTACTS).result().stream()
        .map(ContactStrength::person)
        .toList();
  }

  private static ResolvedNames.PersonMatch match(
      List<IndexedPerson> persons, List<String> contacts) {
    return new ResolvedNames.PersonMatch(
        List.copyOf(ids(persons)),
        persons.stream().flatMap(person -> person.accounts().stream()).distinct().toList(),
        contacts);
  }

  private static Set<String> ids(List<IndexedPerson> persons) {
    return persons.stream().map(IndexedPerson::id).collect(Collectors.toUnmodifiableSet());
  }
}
