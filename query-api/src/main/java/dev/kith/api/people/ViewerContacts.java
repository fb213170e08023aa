package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.closeness.Closeness;
import dev.kith.api.closeness.PointInTimeSearch;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.Viewer;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How close the viewer is to people. The closeness of a team is that of its closest member. */
@Singleton
public class ViewerContacts {
  /** The limit of one search: the largest page of Elasticsearch. */
  private static final int MAX = 10_000;

  private final RelationshipsIndex relationships;
  private final PointInTimeSearch past;

  ViewerContacts(RelationshipsIndex relationships, PointInTimeSearch past) {
    this.past = past;
    this.relationships = relationships;
  }

  /**
   * The closest contacts.
   *
   * @param contacts closest first
   * @param note what was not read; null if everything was
   */
  record Closest(List<ContactStrength> contacts, @Nullable String note) {}

  /** The closest contacts whose relationship with the viewer matches, closest first. */
  DeferredQuery<Closest> closest(
      SearchQuery fitting, ResolvedNames known, Viewer viewer, Moment moment, int most) {
    Set<String> persons = viewer.ids();
    if (persons.isEmpty()) {
      return DeferredQuery.of(new Closest(List.of(), null));
    }
    var queries = new RelationshipQueries(moment, known, persons);
    if (moment.isPast()) {
      var found = past.matching(fitting, queries, persons, moment);
      return DeferredQuery.of(
          new Closest(past(found.relationships(), persons, moment), found.note()));
    }
    Query ranked = queries.ranked(fitting, List.of(RelationshipQueries.of(persons)));
    return relationships
        .contacts(ranked, persons, Math.min(most, MAX))
        .map(contacts -> new Closest(persons.size() == 1 ? contacts : best(contacts), null));
  }

  /**
   * A page of the relationships of a single viewer that match, closest first.
   *
   * @param after position at which the previous page ended: S, and the person; empty for the first
   *     page
   */
  Hits<IndexedRelationship> inOrder(
      SearchQuery fitting,
      ResolvedNames known,
      Viewer viewer,
      Moment moment,
      List<String> after,
      int most) {
    String person = viewer.people().getFirst().id();
    Query ranked =
        new RelationshipQueries(moment, known, viewer.ids())
            .ranked(fitting, List.of(RelationshipQueries.of(List.of(person))));
    return relationships.page(
        new PageQuery(ranked, PageQuery.byScore(), after, most, List.of("buckets")));
  }

  private static List<ContactStrength> past(
      List<IndexedRelationship> were, Set<String> persons, Moment moment) {
    return best(
        were.stream()
            .filter(each -> !persons.contains(each.a()) || !persons.contains(each.b()))
            .map(each -> new ContactStrength(other(each, persons), sum(each, moment)))
            .sorted(ContactStrength.CLOSEST_FIRST)
            .toList());
  }

  /** The person of the relationship who is not the viewer. */
  static String other(IndexedRelationship relationship, Set<String> persons) {
    return persons.contains(relationship.a()) ? relationship.b() : relationship.a();
  }

  private static List<ContactStrength> best(List<ContactStrength> contacts) {
    Map<String, ContactStrength> best = new LinkedHashMap<>();
    contacts.forEach(contact -> best.putIfAbsent(contact.person(), contact));
    return List.copyOf(best.values());
  }

  /**
   * The closeness of these people to the viewer; people without contact are left out.
   *
   * @param close the closest contacts, up to a limit: if there are fewer, all other people are
   *     strangers
   */
  DeferredQuery<Map<String, Closeness>> to(
      Collection<String> people,
      List<ContactStrength> close,
      int most,
      Viewer viewer,
      Moment moment) {
    Set<String> known = close.stream().map(ContactStrength::person).collect(Collectors.toSet());
    boolean all = close.size() < most;
    return deferredTo(
        people.stream().filter(person -> !all || known.contains(person)).toList(), viewer, moment);
  }

  /** The closeness of these people to the viewer; people without contact are left out. */
  public Map<String, Closeness> to(Collection<String> people, Viewer viewer, Moment moment) {
    return deferredTo(people, viewer, moment).result();
  }

  /** The same, fetched together with other queries. */
  public DeferredQuery<Map<String, Closeness>> deferredTo(
      Collection<String> people, Viewer viewer, Moment moment) {
    Set<String> viewers = viewer.ids();
    List<PersonPair> pairs =
        people.stream().flatMap(person -> pairs(person, viewers)).distinct().toList();
    return among(pairs, moment).map(found -> closest(found, viewers, moment));
  }

  private static Map<String, Closeness> closest(
      List<IndexedRelationship> found, Set<String> viewers, Moment moment) {
    Map<String, IndexedRelationship> best = new HashMap<>();
    for (IndexedRelationship relationship : found) {
      String person = other(relationship, viewers);
      best.merge(person, relationship, (one, other) -> closer(one, other, moment));
    }
    Map<String, Closeness> closeness = new HashMap<>();
    best.forEach((person, contact) -> closeness.put(person, Closeness.of(contact, moment)));
    return closeness;
  }

  private DeferredQuery<List<IndexedRelationship>> among(List<PersonPair> pairs, Moment moment) {
    return moment.isPast()
        ? DeferredQuery.of(past.among(pairs, moment))
        : relationships.deferredAmong(pairs);
  }

  private static Stream<PersonPair> pairs(String person, Set<String> viewers) {
    return viewers.contains(person)
        ? Stream.of()
        : viewers.stream().map(viewer -> PersonPair.of(viewer, person));
  }

  private static IndexedRelationship closer(
      IndexedRelationship one, IndexedRelationship other, Moment moment) {
    return sum(one, moment) >= sum(other, moment) ? one : other;
  }

  private static double sum(IndexedRelationship relationship, Moment moment) {
    return moment.formula().sum(relationship.halfLives(), moment.days());
  }
}
