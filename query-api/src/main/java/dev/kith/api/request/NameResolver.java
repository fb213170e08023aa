package dev.kith.api.request;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.ContactStrength;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.StrengthQueries;
import dev.kith.api.search.CalendarPeriod;
import dev.kith.api.search.Clause;
import dev.kith.api.search.InvalidText;
import dev.kith.api.search.Operator;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchParser;
import dev.kith.api.search.SearchQuery;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Parses parameter {@code q}, and finds the persons whom the names in it mean. */
@Singleton
public class NameResolver {
  private static final int MOST_NAMESAKES = 200;
  private static final int MOST_CONTACTS = 10_000;

  private final PeopleIndex people;
  private final RelationshipsIndex relationships;

  NameResolver(PeopleIndex people, RelationshipsIndex relationships) {
    this.people = people;
    this.relationships = relationships;
  }

  /**
   * Parses parameter {@code q}; without it everything is searched.
   *
   * @param now the moment of the request; {@code at:} must not lie after it
   */
  public static SearchQuery search(Optional<String> q, Scope scope, Moment now) {
    SearchQuery search = search(q, scope);
    search.all(Clause.At.class).forEach(at -> requireBegun(at.period(), now));
    return search;
  }

  /** The same, whatever the moment is that it looks at. */
  public static SearchQuery search(Optional<String> q, Scope scope) {
    try {
      return SearchParser.parse(q.orElse(""), scope);
    } catch (InvalidText e) {
      throw InvalidParameter.because("q", String.valueOf(e.getMessage()));
    }
  }

  private static void requireBegun(CalendarPeriod period, Moment now) {
    if (!period.hasBegun(now.today())) {
      throw InvalidParameter.because(
          "q",
          "at: expected a day, month or year that has begun by %s, found one that begins on %s"
              .formatted(now.today(), period.first()));
    }
  }

  /** Whom {@code knows:} names. */
  public ResolvedNames named(SearchQuery search, Viewer viewer) {
    Map<String, ResolvedNames.PersonMatch> found = new HashMap<>();
    search.named().forEach(name -> found.put(name, match(known(name, viewer), List.of())));
    return new ResolvedNames(found);
  }

  /** Whom {@code knows:} names, and everybody they are in touch with. */
  public ResolvedNames namesWithContacts(SearchQuery search, Viewer viewer, Moment moment) {
    Map<String, ResolvedNames.PersonMatch> found = new HashMap<>();
    for (String name : search.named()) {
      List<IndexedPerson> persons = known(name, viewer);
      found.put(name, match(persons, contacts(ids(persons), moment)));
    }
    return new ResolvedNames(found);
  }

  /** Whom {@code knows:} names, and people whose name matches all words together. */
  public ResolvedNames namesAndWords(SearchQuery search, Viewer viewer) {
    Map<String, ResolvedNames.PersonMatch> found = new HashMap<>(named(search, viewer).people());
    search.text().forEach(_ -> found.put(search.words(), match(nameMatches(search), List.of())));
    search.clauses().stream()
        .filter(Clause.Not.class::isInstance)
        .map(Clause.Not.class::cast)
        .map(not -> new SearchQuery(List.of(not.clause())))
        .filter(not -> !not.words().isEmpty())
        .forEach(not -> found.put(not.words(), match(nameMatches(not), List.of())));
    return new ResolvedNames(found);
  }

  private List<IndexedPerson> known(String name, Viewer viewer) {
    List<IndexedPerson> found =
        name.equalsIgnoreCase("me") ? viewer.people() : addressedOrCalled(name);
    if (found.isEmpty()) {
      throw InvalidParameter.because(
          "q",
          Operator.KNOWS.written()
              + ": expected the id, account, address or name of somebody known, found \""
              + name
              + "\"");
    }
    return found;
  }

  private List<IndexedPerson> addressedOrCalled(String name) {
    List<IndexedPerson> addressed = people.addressed(name);
    return addressed.isEmpty()
        ? nameMatches(SearchParser.parse('"' + name + '"', Scope.PEOPLE))
        : addressed;
  }

  private List<IndexedPerson> nameMatches(SearchQuery search) {
    var query =
        Filters.all(
            List.of(
                PeopleQueries.live(), new PeopleQueries(ResolvedNames.NOBODY).named(text(search))));
    return people.page(PageQuery.first(MOST_NAMESAKES, query)).documents();
  }

  private static SearchQuery text(SearchQuery search) {
    return new SearchQuery(search.text().toList());
  }

  private List<String> contacts(Set<String> persons, Moment moment) {
    var acquainted = RelationshipQueries.acquainted(persons, moment);
    var ranked = new StrengthQueries(moment).ranked(acquainted);
    return relationships.contacts(ranked, persons, MOST_CONTACTS).result().stream()
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
