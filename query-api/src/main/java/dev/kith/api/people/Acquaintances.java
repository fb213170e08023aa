package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Page;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.Tie;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.search.Known;
import dev.kith.api.search.PeopleQueries;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists whom the asker knows, closest first, without any words to rank by. */
@Singleton
class Acquaintances {
  private static final int ALL_TIES = 10_000;

  private final PeopleIndex people;
  private final Ties ties;

  Acquaintances(PeopleIndex people, Ties ties) {
    this.people = people;
    this.ties = ties;
  }

  /**
   * A page of the people at the other end of the asker's relationships.
   *
   * @param fitting what holds for the relationship
   * @param conditions what holds for the person
   */
  PeoplePage page(Search fitting, Known known, List<Query> conditions, Asker asker, Page page) {
    return conditions.isEmpty() && asker.people().size() == 1 && !page.moment().past()
        ? inOrder(fitting, known, asker, page)
        : page(
            ties.closest(fitting, known, asker, page.moment(), ALL_TIES).answer(),
            conditions,
            asker,
            page);
  }

  /** The index itself has the order: no more than the page is read. */
  private PeoplePage inOrder(Search fitting, Known known, Asker asker, Page page) {
    List<PersonHit> shown = new ArrayList<>();
    List<String> after = page.after();
    while (true) {
      Hits<RelationshipDocument> hits =
          ties.inOrder(fitting, known, asker, page.moment(), after, page.size() - shown.size());
      shown.addAll(persons(hits.documents(), asker, page));
      if (shown.size() == page.size() || !hits.more()) {
        return new PeoplePage(
            shown, hits.total(), page.next(hits), asker.view(), page.moment().now(), null);
      }
      after = hits.hits().getLast().sort();
    }
  }

  /** Whoever stands at the other end, and is a person that lives. */
  private List<PersonHit> persons(List<RelationshipDocument> some, Asker asker, Page page) {
    Map<String, RelationshipDocument> others = new LinkedHashMap<>();
    some.forEach(each -> others.put(Ties.other(each, asker.ids()), each));
    Map<String, PersonDocument> found = byId(others.keySet());
    List<PersonHit> persons = new ArrayList<>();
    others.forEach(
        (id, each) -> {
          PersonDocument person = found.get(id);
          if (person != null) {
            persons.add(PersonHit.of(person, Closeness.of(each, page.moment()), null));
          }
        });
    return persons;
  }

  private Map<String, PersonDocument> byId(Collection<String> ids) {
    return people.byIds(ids).stream()
        .filter(person -> person.kind().equals("PERSON"))
        .collect(Collectors.toMap(PersonDocument::id, person -> person, (one, _) -> one));
  }

  /** Those at the other end of these ties who fulfil the conditions. */
  private PeoplePage page(Ties.Closest closest, List<Query> conditions, Asker asker, Page page) {
    List<Tie> close = closest.ties();
    List<Tie> left = close.subList(start(close, page.after()), close.size());
    if (conditions.isEmpty()) {
      return answer(living(left, page.size() + 1), close.size(), asker, page)
          .noting(closest.note());
    }
    Set<String> fitting = people.ids(among(close, conditions));
    List<Tie> found = left.stream().filter(tie -> fitting.contains(tie.person())).toList();
    return answer(found, fitting.size(), asker, page).noting(closest.note());
  }

  /** The first of them who are persons and live. */
  private List<Tie> living(List<Tie> all, int most) {
    var found = new ArrayList<Tie>();
    for (int at = 0; at < all.size() && found.size() < most; at += most) {
      List<Tie> some = all.subList(at, Math.min(at + most, all.size()));
      Set<String> living = people.ids(among(some, List.of()));
      some.stream().filter(tie -> living.contains(tie.person())).forEach(found::add);
    }
    return found;
  }

  /** One more than the page is looked for: it tells whether another page follows. */
  private PeoplePage answer(List<Tie> found, long total, Asker asker, Page page) {
    List<Tie> shown = found.stream().limit(page.size()).toList();
    List<String> ids = shown.stream().map(Tie::person).toList();
    Map<String, PersonDocument> persons = byId(ids);
    Map<String, Closeness> closeness = ties.to(ids, asker, page.moment());
    List<PersonHit> hits =
        ids.stream()
            .flatMap(id -> Stream.ofNullable(persons.get(id)))
            .map(person -> PersonHit.of(person, closeness.get(person.id()), null))
            .toList();
    String next = found.size() > shown.size() ? page.next(position(shown.getLast())) : null;
    return new PeoplePage(hits, total, next, asker.view(), page.moment().now(), null);
  }

  private static Query among(List<Tie> some, List<Query> conditions) {
    Query these = Terms.any("id", some.stream().map(Tie::person).toList());
    Stream<Query> living = Stream.of(these, PeopleQueries.live());
    return Terms.all(Stream.concat(living, conditions.stream()).toList());
  }

  private static List<String> position(Tie tie) {
    return List.of(Double.toString(tie.sum()), '"' + tie.person() + '"');
  }

  /** Where the page begins: after the last person shown, or after all who were closer. */
  private static int start(List<Tie> close, List<String> after) {
    if (after.isEmpty()) {
      return 0;
    }
    if (!Place.isPlace(after)) {
      throw WrongParameter.cursor();
    }
    double sum = Double.parseDouble(after.getFirst());
    for (int i = 0; i < close.size(); i++) {
      if (after.getLast().equals('"' + close.get(i).person() + '"')) {
        return i + 1;
      }
      if (close.get(i).sum() < sum) {
        return i;
      }
    }
    return close.size();
  }
}
