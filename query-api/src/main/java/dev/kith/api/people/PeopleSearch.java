package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.ActivitiesIndex.ExpertiseVote;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.PeopleRanking;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.NameResolver;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.search.SearchOperator;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds people by name and description, by subject and by closeness. */
@Singleton
public class PeopleSearch {
  private static final int CLOSEST_CONTACTS = 1_000;
  private static final int ALL_CONTACTS = 10_000;

  private final PeopleIndex people;
  private final PeopleRanker ranker;
  private final ViewerContacts contacts;
  private final ExpertFinder experts;
  private final ContactListing listing;
  private final NameResolver names;

  PeopleSearch(
      PeopleIndex people,
      PeopleRanker ranker,
      ViewerContacts contacts,
      ExpertFinder experts,
      ContactListing listing,
      NameResolver names) {
    this.people = people;
    this.ranker = ranker;
    this.contacts = contacts;
    this.experts = experts;
    this.listing = listing;
    this.names = names;
  }

  /** A page of the people who match; without words the viewer's contacts, closest first. */
  public PeoplePage page(SearchRequest request) {
    return page(request, List.of());
  }

  /**
   * Those of these people who match; closeness is read only if the search has a condition on it.
   */
  public List<PersonHit> among(List<String> ids, SearchQuery search, Viewer viewer, Moment moment) {
    var page = new PageRequest("", moment, ids.size(), List.of());
    var these = List.of(Filters.any("id", ids));
    return (search.clauses().isEmpty()
            ? everybody(new ArrayList<>(these), viewer, page)
            : page(new SearchRequest(search, viewer, page), these))
        .people();
  }

  private PeoplePage page(SearchRequest request, List<Query> among) {
    SearchQuery search = request.search();
    Viewer viewer = request.viewer();
    PageRequest page = request.atPastDay().page();
    var aspects = Aspects.of(search);
    if (aspects.needsViewer() && !viewer.isSomebody()) {
      throw InvalidParameterException.because(
          "as", "strength:, trend: and last: are about the relationship with a viewer; name one");
    }
    ResolvedNames known = names.namesWithContacts(search, viewer, page.moment());
    List<Query> conditions = new ArrayList<>(new PeopleQueries(known).conditions(search));
    conditions.addAll(among);
    conditions.addAll(excluded(aspects, known, viewer, page.moment()));
    if (aspects.hasSubject()) {
      return ranked(aspects, known, conditions, viewer, page);
    }
    if (!viewer.isSomebody()) {
      return everybody(conditions, viewer, page);
    }
    return aspects.describesPeople() && !aspects.needsViewer()
        ? described(aspects, known, conditions, viewer, page)
        : listing.page(aspects.contacts(), known, conditions, viewer, page);
  }

  /** Queries that exclude the authors of an excluded subject, contacts included. */
  private List<Query> excluded(Aspects aspects, ResolvedNames known, Viewer viewer, Moment moment) {
    List<Clause> subjects = aspects.excludedSubjects();
    return subjects.isEmpty()
        ? List.of()
        : List.of(Filters.not(Filters.any("id", experts.authors(subjects, known, viewer, moment))));
  }

  /** Ranked by name and subject. */
  private PeoplePage ranked(
      Aspects aspects,
      ResolvedNames known,
      List<Query> conditions,
      Viewer viewer,
      PageRequest page) {
    List<Query> named =
        aspects.onlyActivities()
            ? List.of()
            : List.of(new PeopleQueries(known).named(aspects.search()));
    var votes = experts.votes(aspects.search(), known, viewer, page.moment());
    return ranked(aspects, known, conditions, named, votes, viewer, page);
  }

  /** All people who fulfil the conditions, whether or not they are contacts of the viewer. */
  private PeoplePage described(
      Aspects aspects,
      ResolvedNames known,
      List<Query> conditions,
      Viewer viewer,
      PageRequest page) {
    List<Query> all = List.of(Filters.everything());
    return ranked(aspects, known, conditions, all, DeferredQuery.of(List.of()), viewer, page);
  }

  private PeoplePage ranked(
      Aspects aspects,
      ResolvedNames known,
      List<Query> conditions,
      List<Query> named,
      DeferredQuery<List<ExpertiseVote>> votes,
      Viewer viewer,
      PageRequest page) {
    int most = aspects.needsViewer() ? ALL_CONTACTS : CLOSEST_CONTACTS;
    conditions.add(PeopleQueries.live());
    var closest = contacts.closest(aspects.contacts(), known, viewer, page.moment(), most);
    var nameMatches = ranker.nameMatches(conditions, named);
    DeferredQuery.fetchAll(closest, votes, nameMatches);
    List<ContactStrength> close = closest.result().contacts();
    ExpertFinder.Tally tally = experts.tally(votes.result(), aspects.search(), conditions);
    var ranking =
        new PeopleRanking(
            page.moment().formula(), conditions, named, tally.relative(), aspects.needsViewer());
    var ranked =
        ranker.page(
            ranking,
            nameMatches.result(),
            close,
            page,
            ids -> contacts.to(ids, close, most, viewer, page.moment()));
    return answer(ranked.hits(), tally, ranked.about(), viewer, page)
        .noting(closest.result().note());
  }

  private PeoplePage everybody(List<Query> conditions, Viewer viewer, PageRequest page) {
    conditions.add(PeopleQueries.live());
    Hits<IndexedPerson> hits =
        people.page(
            new PageQuery(
                Filters.all(conditions),
                PageQuery.ascending("name"),
                page.after(),
                page.size(),
                PeopleIndex.DETAILS));
    List<String> ids = hits.documents().stream().map(IndexedPerson::id).toList();
    var closeness = contacts.to(ids, viewer, page.moment());
    return answer(hits, ExpertFinder.Tally.NONE, closeness, viewer, page);
  }

  private static PeoplePage answer(
      Hits<IndexedPerson> hits,
      ExpertFinder.Tally tally,
      Map<String, Closeness> closeness,
      Viewer viewer,
      PageRequest page) {
    List<PersonHit> found =
        hits.documents().stream()
            .map(person -> PersonHit.of(person, closeness.get(person.id()), tally.of(person.id())))
            .toList();
    return new PeoplePage(
        found, hits.total(), page.next(hits), viewer.summary(), page.moment().now(), null);
  }

  /**
   * The aspects of a search for people: names, subjects and closeness.
   *
   * @param search the whole search
   * @param contacts the conditions on the relationship with the viewer
   * @param hasSubject whether it has words, or conditions on activities, that are not negated
   * @param onlyActivities whether only activities, and no name, can fulfil the conditions
   */
  private record Aspects(
      SearchQuery search, SearchQuery contacts, boolean hasSubject, boolean onlyActivities) {
    private static final Set<SearchOperator> OF_ACTIVITIES =
        EnumSet.of(SearchOperator.TOPIC, SearchOperator.LANG, SearchOperator.KIND);
    private static final Set<SearchOperator> OF_PEOPLE =
        EnumSet.of(SearchOperator.NETWORK, SearchOperator.ORG, SearchOperator.KNOWS);
    private static final Set<SearchOperator> OF_CONTACTS =
        EnumSet.of(
            SearchOperator.STRENGTH,
            SearchOperator.TREND,
            SearchOperator.SILENT,
            SearchOperator.LAST);
    private static final Set<SearchOperator> TIMES =
        EnumSet.of(SearchOperator.SINCE, SearchOperator.BEFORE);

    static Aspects of(SearchQuery search) {
      boolean words = !search.words().isEmpty();
      boolean subject =
          words || has(search, each -> !each.isNegated() && each.hasAny(OF_ACTIVITIES));
      boolean onlyActivities =
          has(search, each -> each.hasAny(OF_ACTIVITIES))
              || (words && has(search, each -> each.hasAny(TIMES)));
      List<Clause> contacts =
          search.clauses().stream()
              .filter(each -> each.hasAny(OF_CONTACTS) || (!subject && each.hasAny(TIMES)))
              .toList();
      return new Aspects(search, new SearchQuery(contacts), subject, onlyActivities);
    }

    private static boolean has(SearchQuery search, Predicate<Clause> sort) {
      return search.clauses().stream().anyMatch(sort);
    }

    /** The excluded subjects of a search without a subject; their authors are excluded. */
    List<Clause> excludedSubjects() {
      return hasSubject
          ? List.of()
          : search.clauses().stream()
              .filter(Clause::isNegated)
              .map(Clause::unnegated)
              .filter(each -> each.isText() || each.hasAny(OF_ACTIVITIES))
              .toList();
    }

    /** Whether it describes people, independent of the viewer. */
    boolean describesPeople() {
      return !excludedSubjects().isEmpty() || has(search, each -> each.hasAny(OF_PEOPLE));
    }

    /** Whether it needs a viewer. */
    boolean needsViewer() {
      return !contacts.clauses().isEmpty();
    }
  }
}
