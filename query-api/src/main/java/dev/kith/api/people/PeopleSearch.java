package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Inquiry;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Lookup;
import dev.kith.api.index.Orders;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.index.Tie;
import dev.kith.api.index.Vote;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.search.Clause;
import dev.kith.api.search.Known;
import dev.kith.api.search.Moment;
import dev.kith.api.search.PeopleQueries;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds people by who they are, by what they talk about and by how close they are. */
@Singleton
public class PeopleSearch {
  private static final int MOST_TIES = 1_000;
  private static final int ALL_TIES = 10_000;

  private final PeopleIndex people;
  private final RankedPeople ranked;
  private final Ties ties;
  private final Talk talk;
  private final Acquaintances acquaintances;
  private final Understanding understanding;

  PeopleSearch(
      PeopleIndex people,
      RankedPeople ranked,
      Ties ties,
      Talk talk,
      Acquaintances acquaintances,
      Understanding understanding) {
    this.people = people;
    this.ranked = ranked;
    this.ties = ties;
    this.talk = talk;
    this.acquaintances = acquaintances;
    this.understanding = understanding;
  }

  /** A page of those who fit; without words the asker's relationships, closest first. */
  public PeoplePage page(Inquiry asked) {
    return page(asked, List.of());
  }

  /** Those of some people who fit; whether the asker knows them matters if the search says so. */
  public List<PersonHit> among(List<String> ids, Search search, Asker asker, Moment moment) {
    var page = new Page("", moment, ids.size(), List.of());
    var these = List.of(Terms.any("id", ids));
    return (search.clauses().isEmpty()
            ? everybody(new ArrayList<>(these), asker, page)
            : page(new Inquiry(search, asker, page), these))
        .people();
  }

  private PeoplePage page(Inquiry asked, List<Query> among) {
    Search search = asked.search();
    Asker asker = asked.asker();
    Page page = asked.asOfThen().page();
    var aspects = PeopleAspects.of(search);
    if (aspects.needsAsker() && !asker.isSomebody()) {
      throw WrongParameter.because(
          "as", "strength:, trend: and last: are about the relationship with an asker; name one");
    }
    Known known = understanding.namedWithContacts(search, asker, page.moment());
    List<Query> conditions = new ArrayList<>(new PeopleQueries(known).conditions(search));
    conditions.addAll(among);
    conditions.addAll(excluded(aspects, known, asker, page.moment()));
    if (aspects.hasSubject()) {
      return ranked(aspects, known, conditions, asker, page);
    }
    if (!asker.isSomebody()) {
      return everybody(conditions, asker, page);
    }
    return aspects.describesPeople() && !aspects.needsAsker()
        ? described(aspects, known, conditions, asker, page)
        : acquaintances.page(aspects.ties(), known, conditions, asker, page);
  }

  /** Who speaks about what is excluded must not be found, however close. */
  private List<Query> excluded(PeopleAspects aspects, Known known, Asker asker, Moment moment) {
    List<Clause> subjects = aspects.excludedSubjects();
    return subjects.isEmpty()
        ? List.of()
        : List.of(Terms.not(Terms.any("id", talk.speakers(subjects, known, asker, moment))));
  }

  /** By name and by what is said about the subject. */
  private PeoplePage ranked(
      PeopleAspects aspects, Known known, List<Query> conditions, Asker asker, Page page) {
    List<Query> named =
        aspects.onlyTalk() ? List.of() : List.of(new PeopleQueries(known).named(aspects.search()));
    var votes = talk.votes(aspects.search(), known, asker, page.moment());
    return ranked(aspects, known, conditions, named, votes, asker, page);
  }

  /** Everybody who fulfils the conditions, whether in touch with the asker or not. */
  private PeoplePage described(
      PeopleAspects aspects, Known known, List<Query> conditions, Asker asker, Page page) {
    List<Query> all = List.of(Terms.everything());
    return ranked(aspects, known, conditions, all, Lookup.known(List.of()), asker, page);
  }

  private PeoplePage ranked(
      PeopleAspects aspects,
      Known known,
      List<Query> conditions,
      List<Query> named,
      Lookup<List<Vote>> votes,
      Asker asker,
      Page page) {
    int most = aspects.needsAsker() ? ALL_TIES : MOST_TIES;
    conditions.add(PeopleQueries.live());
    var closestTies = ties.closest(aspects.ties(), known, asker, page.moment(), most);
    var called = ranked.called(conditions, named);
    Lookup.together(closestTies, votes, called);
    Ties.Closest closest = closestTies.answer();
    List<Tie> close = closest.ties();
    Votes.Tally tally = talk.tally(votes.answer(), aspects.search(), conditions);
    var ranking =
        new PeopleRanking(
            page.moment().formula(), conditions, named, tally.relative(), aspects.needsAsker());
    return answer(
            ranked.page(ranking, called.answer(), close, page),
            tally,
            ids -> ties.to(ids, close, most, asker, page.moment()),
            asker,
            page)
        .noting(closest.note());
  }

  private PeoplePage everybody(List<Query> conditions, Asker asker, Page page) {
    conditions.add(PeopleQueries.live());
    return answer(
        people.page(
            new Question(
                Terms.all(conditions),
                Orders.ascending("name"),
                page.after(),
                page.size(),
                PeopleIndex.DETAILS)),
        Votes.Tally.NONE,
        ids -> ties.to(ids, asker, page.moment()),
        asker,
        page);
  }

  private static PeoplePage answer(
      Hits<PersonDocument> hits,
      Votes.Tally tally,
      Function<List<String>, Map<String, Closeness>> close,
      Asker asker,
      Page page) {
    List<String> ids = hits.documents().stream().map(PersonDocument::id).toList();
    Map<String, Closeness> closeness = close.apply(ids);
    List<PersonHit> found =
        hits.documents().stream()
            .map(person -> PersonHit.of(person, closeness.get(person.id()), tally.of(person.id())))
            .toList();
    return new PeoplePage(
        found, hits.total(), page.next(hits), asker.view(), page.moment().now(), null);
  }
}
