package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.SortOrders;
import dev.kith.api.relationships.Memory.Exchange;
import dev.kith.api.request.PersonRef;
import dev.kith.api.topics.PersonTopics;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recalls what two people have to do with each other, as far as the viewer may see it. */
@Singleton
class Memories {
  private static final int MOST_EXCHANGES = 500;
  private static final int MOST_OF_A_YEAR = 40;
  private static final int MOST_YEARS = 20;
  private static final int MOST_QUESTIONS = 50;
  private static final int LAST = 5;
  private static final int SHOWN = 10;
  private static final int LOOKED_UP = 50;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;
  private final PersonTopics topics;

  Memories(ActivitiesIndex activities, PeopleIndex people, PersonTopics topics) {
    this.activities = activities;
    this.people = people;
    this.topics = topics;
  }

  /**
   * What there is to remember.
   *
   * @param byOne what the one answered to the other
   * @param byOther what the other answered to the one
   */
  Memory of(Encounter both, Answers byOne, Answers byOther) {
    Query either = either(both, byOne, byOther);
    Hits<IndexedActivity> newest = page(either, SortOrders.descending("at"), MOST_EXCHANGES);
    var exchanges = new Exchanges(both.one(), both.other(), newest.documents());
    Set<String> answered = together(byOne.answered(), byOther.answered());
    Collection<IndexedActivity> told =
        newest.more() ? ofEachYear(either, both, answered) : exchanges.all();
    return new Memory(
        newest.total(),
        exchanges.all().stream().limit(LAST).map(exchanges::view).toList(),
        open(exchanges, both),
        new Highlights(answered).of(told).stream().map(exchanges::view).toList(),
        topics.inCommon(both.one(), both.other(), both.seen(), SHOWN),
        alsoThere(exchanges));
  }

  /** Directed at each other, or an answer: on a list an answer need not name whom it answers. */
  private static Query either(Encounter both, Answers byOne, Answers byOther) {
    Set<String> answers = together(byOne.ids(), byOther.ids());
    Query directed = both.directed();
    return answers.isEmpty()
        ? directed
        : Filters.all(
            List.of(both.seen(), Filters.either(List.of(directed, Filters.any("id", answers)))));
  }

  private static Set<String> together(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  private Hits<IndexedActivity> page(Query query, List<SortOptions> order, int size) {
    return activities.page(new PageQuery(query, order, List.of(), size, List.of()));
  }

  private List<Exchange> open(Exchanges exchanges, Encounter both) {
    var questions = new OpenQuestions(exchanges);
    LocalDate aYearBefore = both.moment().today().minusYears(1);
    List<IndexedActivity> asked = questions.since(aYearBefore, MOST_QUESTIONS);
    if (asked.isEmpty()) {
      return List.of();
    }
    List<String> ids = asked.stream().map(IndexedActivity::id).toList();
    Query answers = Filters.all(List.of(both.seen(), Filters.any("inReplyTo", ids)));
    return questions
        .open(asked, page(answers, SortOrders.descending("at"), MOST_EXCHANGES).documents())
        .stream()
        .limit(SHOWN)
        .toList();
  }

  /** Where there are more exchanges than can be read, the likeliest of each year are. */
  private List<IndexedActivity> ofEachYear(Query either, Encounter both, Set<String> answered) {
    Query likely = likely(either, answered);
    String first = page(either, SortOrders.ascending("at"), 1).documents().getFirst().at();
    int now = both.moment().today().getYear();
    int earliest = Math.max(Integer.parseInt(first.substring(0, 4)), now - MOST_YEARS);
    List<IndexedActivity> all = new ArrayList<>();
    for (int year = earliest; year <= now; year++) {
      all.addAll(page(within(likely, year), SortOrders.byScore(), MOST_OF_A_YEAR).documents());
    }
    return all;
  }

  private static Query likely(Query either, Set<String> answered) {
    return new BoolQuery.Builder()
        .filter(either)
        .should(s -> s.constantScore(c -> c.filter(Filters.any("id", answered))))
        .should(s -> s.constantScore(c -> c.filter(Filters.exists("attachments"))))
        .build()
        ._toQuery();
  }

  private static Query within(Query scored, int year) {
    return new BoolQuery.Builder()
        .must(scored)
        .filter(Filters.from("at", LocalDate.of(year, 1, 1)))
        .filter(Filters.before("at", LocalDate.of(year + 1, 1, 1)))
        .build()
        ._toQuery();
  }

  /** People only, whoever took part most often first. */
  private List<PersonRef> alsoThere(Exchanges exchanges) {
    Map<String, Integer> others = exchanges.others();
    List<String> mostOften =
        others.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(LOOKED_UP)
            .map(Map.Entry::getKey)
            .toList();
    return people.byAccounts(mostOften).stream()
        .filter(person -> person.kind().equals("PERSON"))
        .sorted(
            Comparator.comparingInt((IndexedPerson person) -> -times(person, others))
                .thenComparing(IndexedPerson::id))
        .limit(SHOWN)
        .map(PersonRef::of)
        .toList();
  }

  private static int times(IndexedPerson person, Map<String, Integer> others) {
    return person.accounts().stream().mapToInt(account -> others.getOrDefault(account, 0)).sum();
  }
}
