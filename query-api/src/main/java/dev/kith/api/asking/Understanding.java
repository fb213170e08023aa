package dev.kith.api.asking;

import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.index.Tie;
import dev.kith.api.search.CalendarPeriod;
import dev.kith.api.search.Clause;
import dev.kith.api.search.Known;
import dev.kith.api.search.Moment;
import dev.kith.api.search.NotUnderstood;
import dev.kith.api.search.Operator;
import dev.kith.api.search.PeopleQueries;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Scope;
import dev.kith.api.search.Search;
import dev.kith.api.search.SearchText;
import dev.kith.api.search.StrengthQueries;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a search text, and finds out whom the names in it mean. */
@Singleton
public class Understanding {
  private static final int MOST_NAMESAKES = 200;
  private static final int MOST_CONTACTS = 10_000;

  private final PeopleIndex people;
  private final RelationshipsIndex relationships;

  Understanding(PeopleIndex people, RelationshipsIndex relationships) {
    this.people = people;
    this.relationships = relationships;
  }

  /**
   * What parameter {@code q} means; nothing asked is everything wanted.
   *
   * @param now the moment of the question: what is still to come cannot be looked at
   */
  public static Search search(Optional<String> q, Scope scope, Moment now) {
    Search search = search(q, scope);
    search.all(Clause.At.class).forEach(at -> requireBegun(at.period(), now));
    return search;
  }

  /** The same, whatever the moment is that it looks at. */
  public static Search search(Optional<String> q, Scope scope) {
    try {
      return SearchText.parse(q.orElse(""), scope);
    } catch (NotUnderstood e) {
      throw WrongParameter.because("q", String.valueOf(e.getMessage()));
    }
  }

  private static void requireBegun(CalendarPeriod period, Moment now) {
    if (!period.hasBegun(now.today())) {
      throw WrongParameter.because(
          "q",
          "at: expected a day, month or year that has begun by %s, found one that begins on %s"
              .formatted(now.today(), period.first()));
    }
  }

  /** Whom {@code knows:} names. */
  public Known named(Search search, Asker asker) {
    Map<String, Known.Who> found = new HashMap<>();
    search.named().forEach(name -> found.put(name, who(known(name, asker), List.of())));
    return new Known(found);
  }

  /** Whom {@code knows:} names, and everybody they are in touch with. */
  public Known namedWithContacts(Search search, Asker asker, Moment moment) {
    Map<String, Known.Who> found = new HashMap<>();
    for (String name : search.named()) {
      List<PersonDocument> persons = known(name, asker);
      found.put(name, who(persons, contacts(ids(persons), moment)));
    }
    return new Known(found);
  }

  /** Whom {@code knows:} names, and whom all the words together name. */
  public Known namedAndCalled(Search search, Asker asker) {
    Map<String, Known.Who> found = new HashMap<>(named(search, asker).people());
    search.text().forEach(_ -> found.put(search.words(), who(called(search), List.of())));
    search.clauses().stream()
        .filter(Clause.Not.class::isInstance)
        .map(Clause.Not.class::cast)
        .map(not -> new Search(List.of(not.clause())))
        .filter(not -> !not.words().isEmpty())
        .forEach(not -> found.put(not.words(), who(called(not), List.of())));
    return new Known(found);
  }

  private List<PersonDocument> known(String name, Asker asker) {
    List<PersonDocument> found =
        name.equalsIgnoreCase("me") ? asker.people() : addressedOrCalled(name);
    if (found.isEmpty()) {
      throw WrongParameter.because(
          "q",
          Operator.KNOWS.written()
              + ": expected the id, account, address or name of somebody known, found \""
              + name
              + "\"");
    }
    return found;
  }

  private List<PersonDocument> addressedOrCalled(String name) {
    List<PersonDocument> addressed = people.addressed(name);
    return addressed.isEmpty()
        ? called(SearchText.parse('"' + name + '"', Scope.PEOPLE))
        : addressed;
  }

  private List<PersonDocument> called(Search search) {
    var query =
        Terms.all(
            List.of(PeopleQueries.live(), new PeopleQueries(Known.NOBODY).named(text(search))));
    return people.page(Question.first(MOST_NAMESAKES, query)).documents();
  }

  private static Search text(Search search) {
    return new Search(search.text().toList());
  }

  private List<String> contacts(Set<String> persons, Moment moment) {
    var acquainted = RelationshipQueries.acquainted(persons, moment);
    var ranked = new StrengthQueries(moment).ranked(acquainted);
    return relationships.ties(ranked, persons, MOST_CONTACTS).answer().stream()
        .map(Tie::person)
        .toList();
  }

  private static Known.Who who(List<PersonDocument> persons, List<String> contacts) {
    return new Known.Who(
        List.copyOf(ids(persons)),
        persons.stream().flatMap(person -> person.accounts().stream()).distinct().toList(),
        contacts);
  }

  private static Set<String> ids(List<PersonDocument> persons) {
    return persons.stream().map(PersonDocument::id).collect(Collectors.toUnmodifiableSet());
  }
}
