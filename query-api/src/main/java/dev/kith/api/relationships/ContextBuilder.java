package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.PersonRef;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.relationships.RelationshipContext.Exchange;
import dev.kith.api.relationships.ReplyFinder.Replies;
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

/** Builds the context of a relationship from the activities that the viewer may see. */
@Singleton
class ContextBuilder {
  private static final int MAX_EXCHANGES = 500;
  private static final int MAX_OF_A_YEAR = 40;
  private static final int MAX_YEARS = 20;
  private static final int MAX_QUESTIONS = 50;
  private static final int MAX_LAST = 5;
  private static final int MAX_SHOWN = 10;
  private static final int MAX_LOOKED_UP = 50;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;
  private final PersonTopics topics;

  ContextBuilder(ActivitiesIndex activities, PeopleIndex people, PersonTopics topics) {
    this.activities = activities;
    this.people = people;
    this.topics = topics;
  }

  /**
   * The context of two people.
   *
   * @param byOne replies of one to the other
   * @param byOther replies of the other to one
   */
  RelationshipContext context(PairQuery pair, Replies byOne, Replies byOther) {
    Query either = either(pair, byOne, byOther);
    Hits<IndexedActivity> newest = page(either, PageQuery.descending("at"), MAX_EXCHANGES);
    var exchanges = Exchanges.of(pair, newest.documents());
    Set<String> answered = union(byOne.answered(), byOther.answered());
    Collection<IndexedActivity> candidates =
        newest.hasMore() ? perYear(either, pair, answered) : exchanges.all();
    return new RelationshipContext(
        newest.total(),
        exchanges.all().stream().limit(MAX_LAST).map(exchanges::view).toList(),
        open(exchanges, pair),
        new Highlights(answered).of(candidates).stream().map(exchanges::view).toList(),
        topics.inCommon(pair.one(), pair.other(), pair.visible(), MAX_SHOWN),
        otherParticipants(exchanges));
  }

  /** Directed at each other, or a reply: on a mailing list a reply need not name its addressee. */
  private static Query either(PairQuery pair, Replies byOne, Replies byOther) {
    Set<String> answers = union(byOne.ids(), byOther.ids());
    Query directed = pair.directed();
    return answers.isEmpty()
        ? directed
        : Filters.all(
            List.of(pair.visible(), Filters.either(List.of(directed, Filters.any("id", answers)))));
  }

  private static Set<String> union(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  private Hits<IndexedActivity> page(Query query, List<SortOptions> order, int size) {
    return activities.page(new PageQuery(query, order, List.of(), size, List.of()));
  }

  private List<Exchange> open(Exchanges exchanges, PairQuery pair) {
    var questions = new OpenQuestions(exchanges);
    List<IndexedActivity> asked = questions.ofLastYear(pair.moment().today(), MAX_QUESTIONS);
    if (asked.isEmpty()) {
      return List.of();
    }
    List<String> ids = asked.stream().map(IndexedActivity::id).toList();
    Query answers = Filters.all(List.of(pair.visible(), Filters.any("inReplyTo", ids)));
    return questions
        .open(asked, page(answers, PageQuery.descending("at"), MAX_EXCHANGES).documents())
        .stream()
        .limit(MAX_SHOWN)
        .toList();
  }

  /** If there are more exchanges than fit one page, the best of each year by score. */
  private List<IndexedActivity> perYear(Query either, PairQuery pair, Set<String> answered) {
    Query scored = scored(either, answered);
    String first = page(either, PageQuery.ascending("at"), 1).documents().getFirst().at();
    int now = pair.moment().today().getYear();
    int earliest = Math.max(Integer.parseInt(first.substring(0, 4)), now - MAX_YEARS);
    List<IndexedActivity> all = new ArrayList<>();
    for (int year = earliest; year <= now; year++) {
      all.addAll(page(within(scored, year), PageQuery.byScore(), MAX_OF_A_YEAR).documents());
    }
    return all;
  }

  private static Query scored(Query either, Set<String> answered) {
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

  /** Other people who took part in the exchanges, most frequent first. */
  private List<PersonRef> otherParticipants(Exchanges exchanges) {
    Map<String, Integer> others = exchanges.others();
    List<String> mostOften =
        others.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MAX_LOOKED_UP)
            .map(Map.Entry::getKey)
            .toList();
    return people.byAccounts(mostOften).stream()
        .filter(person -> person.kind().equals("PERSON"))
        .sorted(
            Comparator.comparingInt((IndexedPerson person) -> -times(person, others))
                .thenComparing(IndexedPerson::id))
        .limit(MAX_SHOWN)
        .map(PersonRef::of)
        .toList();
  }

  private static int times(IndexedPerson person, Map<String, Integer> others) {
    return person.accounts().stream().mapToInt(account -> others.getOrDefault(account, 0)).sum();
  }
}
