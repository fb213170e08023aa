package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.ContactStrength;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleRanking;
import dev.kith.api.query.SortOrders;
import dev.kith.api.request.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a page of people in the order of a ranking. Where few are called so, their scores and the
 * shares of those who talk are all there is to know, and they are put in order here; where many
 * are, the index does it.
 */
@Singleton
class PeopleRanker {
  /** Among a million people fewer match nine in ten subjects and three in four names. */
  private static final int FEW = 500;

  /** So few are sooner looked at twice than asked for beforehand. */
  private static final int FEW_TIES = 100;

  private final PeopleIndex people;
  private final int few;

  @Inject
  PeopleRanker(PeopleIndex people) {
    this(people, FEW);
  }

  /** Puts those in order here who are called so, if they are fewer than {@code few}. */
  PeopleRanker(PeopleIndex people, int few) {
    this.people = people;
    this.few = few;
  }

  /** How well everybody matches who is called so, if they are few. */
  DeferredQuery<Optional<Map<String, Double>>> called(List<Query> conditions, List<Query> named) {
    return named.isEmpty()
        ? DeferredQuery.known(Optional.of(Map.of()))
        : people.scores(PeopleRanking.nameMatches(conditions, named), few);
  }

  /**
   * The page, best first, equals by id.
   *
   * @param called how well those match who are called so; empty if they are many
   */
  Hits<IndexedPerson> page(
      PeopleRanking ranking,
      Optional<Map<String, Double>> called,
      List<ContactStrength> ties,
      PageRequest page) {
    return called
        .map(each -> inOrder(ranking.scores(each, ties), page))
        .orElseGet(() -> ofIndex(ranking, ties, page));
  }

  private Hits<IndexedPerson> inOrder(Map<String, Float> scores, PageRequest page) {
    List<ScorePosition> left =
        ScorePosition.after(
            page.after(),
            scores.entrySet().stream()
                .map(each -> new ScorePosition(each.getValue(), each.getKey())));
    List<ScorePosition> shown = left.stream().limit(page.size()).toList();
    Map<String, IndexedPerson> persons =
        people.byIds(shown.stream().map(ScorePosition::person).toList()).stream()
            .collect(Collectors.toMap(IndexedPerson::id, Function.identity(), (one, _) -> one));
    List<Hits.Hit<IndexedPerson>> hits =
        shown.stream()
            .flatMap(
                place ->
                    Stream.ofNullable(persons.get(place.person()))
                        .map(person -> new Hits.Hit<>(person, place.score(), place.written())))
            .toList();
    return new Hits<>(hits, scores.size(), left.size() > shown.size());
  }

  private Hits<IndexedPerson> ofIndex(
      PeopleRanking ranking, List<ContactStrength> ties, PageRequest page) {
    return people.page(
        new PageQuery(
            ranking.scored(ties, called(ranking, ties)),
            SortOrders.byScore(),
            page.after(),
            page.size(),
            PeopleIndex.DETAILS));
  }

  /** The ties who may be called so: of many most are not, and need no second look. */
  private Set<String> called(PeopleRanking ranking, List<ContactStrength> ties) {
    Set<String> persons = ties.stream().map(ContactStrength::person).collect(Collectors.toSet());
    return persons.size() <= FEW_TIES ? persons : people.ids(ranking.nameMatchesAmong(persons));
  }
}
