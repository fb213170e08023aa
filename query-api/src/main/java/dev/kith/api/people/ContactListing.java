package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.people.PeopleRanker.ScorePosition;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.PageRequest;
import dev.kith.api.search.SearchQuery;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the contacts of the viewer, closest first, for searches without words. */
@Singleton
class ContactListing {
  private static final int ALL_CONTACTS = 10_000;

  private final PeopleIndex people;
  private final ViewerContacts contacts;

  ContactListing(PeopleIndex people, ViewerContacts contacts) {
    this.people = people;
    this.contacts = contacts;
  }

  /**
   * A page of the contacts of the viewer.
   *
   * @param fitting conditions on the relationship
   * @param conditions conditions on the person
   */
  PeoplePage page(
      SearchQuery fitting,
      ResolvedNames known,
      List<Query> conditions,
      Viewer viewer,
      PageRequest page) {
    return conditions.isEmpty() && viewer.people().size() == 1 && !page.moment().isPast()
        ? inOrder(fitting, known, viewer, page)
        : page(
            contacts.closest(fitting, known, viewer, page.moment(), ALL_CONTACTS).result(),
            conditions,
            viewer,
            page);
  }

  /** A page in the order of the index; only the page itself is read. */
  private PeoplePage inOrder(
      SearchQuery fitting, ResolvedNames known, Viewer viewer, PageRequest page) {
    List<PersonHit> shown = new ArrayList<>();
    List<String> after = page.after();
    while (true) {
      Hits<IndexedRelationship> hits =
          contacts.inOrder(
              fitting, known, viewer, page.moment(), after, page.size() - shown.size());
      shown.addAll(persons(hits.documents(), viewer, page));
      if (shown.size() == page.size() || !hits.hasMore()) {
        return new PeoplePage(
            shown, hits.total(), page.next(hits), viewer.summary(), page.moment().now(), null);
      }
      after = hits.hits().getLast().sort();
    }
  }

  /** The contacts of these relationships who still exist. */
  private List<PersonHit> persons(List<IndexedRelationship> some, Viewer viewer, PageRequest page) {
    Map<String, IndexedRelationship> others = new LinkedHashMap<>();
    some.forEach(each -> others.put(ViewerContacts.other(each, viewer.ids()), each));
    Map<String, IndexedPerson> found = persons(people.byIds(others.keySet()));
    List<PersonHit> persons = new ArrayList<>();
    others.forEach(
        (id, each) -> {
          IndexedPerson person = found.get(id);
          if (person != null) {
            persons.add(PersonHit.of(person, Closeness.of(each, page.moment()), null));
          }
        });
    return persons;
  }

  private static Map<String, IndexedPerson> persons(List<IndexedPerson> found) {
    return found.stream()
        .filter(person -> person.kind().equals("PERSON"))
        .collect(Collectors.toMap(IndexedPerson::id, person -> person, (one, _) -> one));
  }

  /** A page of those contacts who fulfil the conditions. */
  private PeoplePage page(
      ViewerContacts.Closest closest, List<Query> conditions, Viewer viewer, PageRequest page) {
    List<ContactStrength> close = closest.contacts();
    List<ContactStrength> left = close.subList(start(close, page.after()), close.size());
    if (conditions.isEmpty()) {
      return answer(living(left, page.size() + 1), close.size(), viewer, page)
          .noting(closest.note());
    }
    Set<String> fitting = people.ids(among(close, conditions));
    List<ContactStrength> found =
        left.stream().filter(contact -> fitting.contains(contact.person())).toList();
    return answer(found, fitting.size(), viewer, page).noting(closest.note());
  }

  /** The first contacts that still exist and are persons. */
  private List<ContactStrength> living(List<ContactStrength> all, int most) {
    var found = new ArrayList<ContactStrength>();
    for (int at = 0; at < all.size() && found.size() < most; at += most) {
      List<ContactStrength> some = all.subList(at, Math.min(at + most, all.size()));
      Set<String> living = people.ids(among(some, List.of()));
      some.stream().filter(contact -> living.contains(contact.person())).forEach(found::add);
    }
    return found;
  }

  /** The page; one hit more than its size shows whether another page follows. */
  private PeoplePage answer(
      List<ContactStrength> found, long total, Viewer viewer, PageRequest page) {
    List<ContactStrength> shown = found.stream().limit(page.size()).toList();
    List<String> ids = shown.stream().map(ContactStrength::person).toList();
    var persons = people.deferredByIds(ids).map(ContactListing::persons);
    var closeness = contacts.deferredTo(ids, viewer, page.moment());
    DeferredQuery.fetchAll(persons, closeness);
    Map<String, IndexedPerson> byId = persons.result();
    Map<String, Closeness> strengths = closeness.result();
    List<PersonHit> hits =
        ids.stream()
            .flatMap(id -> Stream.ofNullable(byId.get(id)))
            .map(person -> PersonHit.of(person, strengths.get(person.id()), null))
            .toList();
    String next = found.size() > shown.size() ? page.next(position(shown.getLast())) : null;
    return new PeoplePage(hits, total, next, viewer.summary(), page.moment().now(), null);
  }

  private static Query among(List<ContactStrength> some, List<Query> conditions) {
    Query these = Filters.any("id", some.stream().map(ContactStrength::person).toList());
    Stream<Query> living = Stream.of(these, PeopleQueries.live());
    return Filters.all(Stream.concat(living, conditions.stream()).toList());
  }

  private static List<String> position(ContactStrength contact) {
    return List.of(Double.toString(contact.sum()), '"' + contact.person() + '"');
  }

  /** The index at which the page begins: after the last person shown, or after all closer ones. */
  private static int start(List<ContactStrength> close, List<String> after) {
    if (after.isEmpty()) {
      return 0;
    }
    if (!ScorePosition.isPosition(after)) {
      throw InvalidParameterException.cursor();
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
