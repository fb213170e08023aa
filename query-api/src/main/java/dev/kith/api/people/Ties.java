package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Lookup;
import dev.kith.api.index.Orders;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.index.Tie;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.relationships.PastRelationships;
import dev.kith.api.search.Known;
import dev.kith.api.search.Moment;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Search;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How close the asker is to people. A team is as close to somebody as the closest of it. */
@Singleton
public class Ties {
  /** All that one search can hold: Elasticsearch's own bound on a page. */
  private static final int MOST = 10_000;

  private final RelationshipsIndex relationships;
  private final PastRelationships past;

  Ties(RelationshipsIndex relationships, PastRelationships past) {
    this.past = past;
    this.relationships = relationships;
  }

  /**
   * Those who are closest.
   *
   * @param ties closest first
   * @param note what was not looked at; null if everything was
   */
  record Closest(List<Tie> ties, @Nullable String note) {
    /** Keeps its own copy. */
    Closest {
      ties = List.copyOf(ties);
    }
  }

  /** The closest of those whose relationship with the asker fits, closest first. */
  Lookup<Closest> closest(Search fitting, Known known, Asker asker, Moment moment, int most) {
    Set<String> persons = asker.ids();
    if (persons.isEmpty()) {
      return Lookup.known(new Closest(List.of(), null));
    }
    var queries = new RelationshipQueries(moment, known);
    if (moment.past()) {
      var found = past.fitting(fitting, queries, persons, moment);
      return Lookup.known(new Closest(then(found.relationships(), persons, moment), found.note()));
    }
    Query ranked = queries.ranked(fitting, List.of(RelationshipQueries.of(persons)));
    return relationships
        .ties(ranked, persons, Math.min(most, MOST))
        .map(ties -> new Closest(persons.size() == 1 ? ties : best(ties), null));
  }

  /**
   * A page of the asker's relationships that fit, closest first; only one person has one such
   * order.
   *
   * @param after where the page before ended: S, and the person; empty for the first page
   */
  Hits<RelationshipDocument> inOrder(
      Search fitting, Known known, Asker asker, Moment moment, List<String> after, int most) {
    String person = asker.people().getFirst().id();
    Query ranked =
        new RelationshipQueries(moment, known)
            .ranked(fitting, List.of(RelationshipQueries.of(List.of(person))));
    return relationships.page(
        new Question(ranked, Orders.byScore(), after, most, List.of("buckets")));
  }

  private static List<Tie> then(
      List<RelationshipDocument> were, Set<String> persons, Moment moment) {
    return best(
        were.stream()
            .filter(each -> !persons.contains(each.a()) || !persons.contains(each.b()))
            .map(each -> new Tie(other(each, persons), sum(each, moment)))
            .sorted(Comparator.comparingDouble(Tie::sum).reversed().thenComparing(Tie::person))
            .toList());
  }

  /** Who stands at the other end. */
  static String other(RelationshipDocument relationship, Set<String> persons) {
    return persons.contains(relationship.a()) ? relationship.b() : relationship.a();
  }

  private static List<Tie> best(List<Tie> ties) {
    Map<String, Tie> best = new LinkedHashMap<>();
    ties.forEach(tie -> best.putIfAbsent(tie.person(), tie));
    return List.copyOf(best.values());
  }

  /**
   * How close these people are to the asker; strangers are left out.
   *
   * @param close the closest ties, at most so many: if there are fewer, everybody else is a
   *     stranger
   */
  Map<String, Closeness> to(
      Collection<String> people, List<Tie> close, int most, Asker asker, Moment moment) {
    Set<String> known = close.stream().map(Tie::person).collect(Collectors.toSet());
    boolean all = close.size() < most;
    return to(
        people.stream().filter(person -> !all || known.contains(person)).toList(), asker, moment);
  }

  /** How close these people are to the asker; strangers are left out. */
  public Map<String, Closeness> to(Collection<String> people, Asker asker, Moment moment) {
    Set<String> askers = asker.ids();
    List<PersonPair> pairs =
        people.stream().flatMap(person -> pairs(person, askers)).distinct().toList();
    Map<String, RelationshipDocument> best = new HashMap<>();
    for (RelationshipDocument relationship : among(pairs, moment)) {
      String person = other(relationship, askers);
      best.merge(person, relationship, (one, other) -> closer(one, other, moment));
    }
    Map<String, Closeness> closeness = new HashMap<>();
    best.forEach((person, tie) -> closeness.put(person, Closeness.of(tie, moment)));
    return closeness;
  }

  private List<RelationshipDocument> among(List<PersonPair> pairs, Moment moment) {
    return moment.past() ? past.among(pairs, moment) : relationships.among(pairs);
  }

  private static Stream<PersonPair> pairs(String person, Set<String> askers) {
    return askers.contains(person)
        ? Stream.of()
        : askers.stream().map(asker -> PersonPair.of(asker, person));
  }

  private static RelationshipDocument closer(
      RelationshipDocument one, RelationshipDocument other, Moment moment) {
    return sum(one, moment) >= sum(other, moment) ? one : other;
  }

  private static double sum(RelationshipDocument relationship, Moment moment) {
    return moment.formula().sum(relationship.halfLives(), moment.days());
  }
}
