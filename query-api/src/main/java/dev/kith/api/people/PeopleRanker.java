package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleRanking;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.request.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a page of people in the order of a ranking. If few names match, the scores are computed
 * here from the name scores and the shares; otherwise Elasticsearch computes them.
 */
@Singleton
class PeopleRanker {
  /**
   * In an index of a million people, nine of ten subjects and three of four names have fewer
   * matches.
   */
  private static final int FEW = 500;

  /** Up to this many contacts are matched twice instead of being looked up first. */
  private static final int FEW_CONTACTS = 100;

  private final PeopleIndex people;
  private final int few;

  @Inject
  PeopleRanker(PeopleIndex people) {
    this(people, FEW);
  }

  /** Ranks in memory if fewer than {@code few} names match. */
  PeopleRanker(PeopleIndex people, int few) {
    this.people = people;
    this.few = few;
  }

  /**
   * A page of people in order.
   *
   * @param hits the people, best first
   * @param about the additional data of them
   */
  record Ranked<T>(Hits<IndexedPerson> hits, T about) {}

  /** The name scores of all matches, by id, if there are few. */
  DeferredQuery<Optional<Map<String, Double>>> nameMatches(
      List<Query> conditions, List<Query> named) {
    return named.isEmpty()
        ? DeferredQuery.of(Optional.of(Map.of()))
        : people.scores(PeopleRanking.nameMatches(conditions, named), few);
  }

  /**
   * The page, best first, equals by id.
   *
   * @param nameMatches name scores by id; empty if there are too many
   * @param about additional data of the people of the page, fetched with their documents if
   *     possible
   */
  <T> Ranked<T> page(
      PeopleRanking ranking,
      Optional<Map<String, Double>> nameMatches,
      List<ContactStrength> contacts,
      PageRequest page,
      Function<List<String>, DeferredQuery<T>> about) {
    return nameMatches
        .map(each -> inOrder(ranking.scores(each, contacts), page, about))
        .orElseGet(() -> ofIndex(ranking, contacts, page, about));
  }

  private <T> Ranked<T> inOrder(
      Map<String, Float> scores, PageRequest page, Function<List<String>, DeferredQuery<T>> about) {
    List<ScorePosition> left =
        ScorePosition.after(
            page.after(),
            scores.entrySet().stream()
                .map(each -> new ScorePosition(each.getValue(), each.getKey())));
    List<ScorePosition> shown = left.stream().limit(page.size()).toList();
    List<String> ids = shown.stream().map(ScorePosition::person).toList();
    var found = people.deferredByIds(ids);
    DeferredQuery<T> ofThem = about.apply(ids);
    DeferredQuery.fetchAll(found, ofThem);
    Map<String, IndexedPerson> persons =
        found.result().stream()
            .collect(Collectors.toMap(IndexedPerson::id, Function.identity(), (one, _) -> one));
    List<Hits.Hit<IndexedPerson>> hits =
        shown.stream()
            .flatMap(
                place ->
                    Stream.ofNullable(persons.get(place.person()))
                        .map(person -> new Hits.Hit<>(person, place.score(), place.sortValues())))
            .toList();
    return new Ranked<>(
        new Hits<>(hits, scores.size(), left.size() > shown.size()), ofThem.result());
  }

  private <T> Ranked<T> ofIndex(
      PeopleRanking ranking,
      List<ContactStrength> contacts,
      PageRequest page,
      Function<List<String>, DeferredQuery<T>> about) {
    Hits<IndexedPerson> hits =
        people.page(
            new PageQuery(
                ranking.scored(contacts, matching(ranking, contacts)),
                PageQuery.byScore(),
                page.after(),
                page.size(),
                PeopleIndex.DETAILS));
    List<String> ids = hits.documents().stream().map(IndexedPerson::id).toList();
    return new Ranked<>(hits, about.apply(ids).result());
  }

  /** The contacts whose name may match; of many contacts most do not. */
  private Set<String> matching(PeopleRanking ranking, List<ContactStrength> contacts) {
    Set<String> persons =
        contacts.stream().map(ContactStrength::person).collect(Collectors.toSet());
    return persons.size() <= FEW_CONTACTS ? persons : people.ids(ranking.nameMatchesAmong(persons));
  }

  /**
   * The position of a person in a ranking: by score, equals by id. It is written as the sort values
   * of a hit of the index.
   */
  record ScorePosition(float score, String person) implements Comparable<ScorePosition> {
    private static final Comparator<ScorePosition> ORDER =
        Comparator.comparingDouble(ScorePosition::score)
            .reversed()
            .thenComparing(ScorePosition::person);

    /**
     * All positions after the last hit of the previous page, in order.
     *
     * @param last the sort values of that hit; its current position is used, if it still has one
     */
    static List<ScorePosition> after(List<String> last, Stream<ScorePosition> all) {
      List<ScorePosition> sorted = all.sorted().toList();
      if (last.isEmpty()) {
        return sorted;
      }
      ScorePosition then = read(last);
      ScorePosition end =
          sorted.stream()
              .filter(position -> position.person().equals(then.person()))
              .findFirst()
              .orElse(then);
      return sorted.stream().dropWhile(position -> position.compareTo(end) <= 0).toList();
    }

    List<String> sortValues() {
      return List.of(Float.toString(score), '"' + person + '"');
    }

    private static ScorePosition read(List<String> sort) {
      if (!isPosition(sort)) {
        throw InvalidParameterException.cursor();
      }
      String person = sort.getLast();
      return new ScorePosition(
          Float.parseFloat(sort.getFirst()), person.substring(1, person.length() - 1));
    }

    /** Whether the values are a score and a quoted id. */
    static boolean isPosition(List<String> sort) {
      return sort.size() == 2
          && sort.getFirst().matches("\\d{1,20}(\\.\\d{1,20})?(E-?\\d{1,3})?")
          && sort.getLast().matches("\"[^\"]*\"");
    }

    @Override
    public int compareTo(ScorePosition other) {
      return ORDER.compare(this, other);
    }
  }
}
