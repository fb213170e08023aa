package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.ExpertiseVote;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.ActivityQueries;
import dev.kith.api.query.ExpertiseQuery;
import dev.kith.api.query.Moment;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.request.Viewer;
import dev.kith.api.search.Clause;
import dev.kith.api.search.SearchQuery;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds people who write about a subject: each matching activity is a vote for its author. */
@Singleton
class ExpertFinder {
  /** The number of activities that vote; more did not change the result significantly. */
  private static final int MOST_VOTES = 500;

  private static final int MOST_ACCOUNTS = 200;

  /** The number of activities that are read to exclude their authors: the limit of one request. */
  private static final int MOST_SAID = 10_000;

  private static final int SHARPEST = 3;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;

  ExpertFinder(ActivitiesIndex activities, PeopleIndex people) {
    this.activities = activities;
    this.people = people;
  }

  /** The votes of the visible activities about the subject. */
  DeferredQuery<List<ExpertiseVote>> votes(
      SearchQuery search, ResolvedNames known, Viewer viewer, Moment moment) {
    var queries = new ActivityQueries(moment, known, viewer.visibility());
    return activities.votes(ExpertiseQuery.of(queries, search), MOST_VOTES);
  }

  /**
   * The share of each person.
   *
   * @param conditions conditions on the person
   */
  ExpertiseVotes.Tally tally(
      List<ExpertiseVote> votes, SearchQuery search, List<Query> conditions) {
    Map<String, ExpertiseVotes.Share> byAccount =
        ExpertiseVotes.byAccount(votes, sharpness(search), MOST_ACCOUNTS);
    return ExpertiseVotes.byPerson(byAccount, people.currentIds(byAccount.keySet(), conditions));
  }

  /** The authors of visible activities that match any of the clauses. */
  Set<String> authors(Collection<Clause> any, ResolvedNames known, Viewer viewer, Moment moment) {
    Query said = new ActivityQueries(moment, known, viewer.visibility()).anyOf(any);
    Set<String> actors =
        activities.votes(said, MOST_SAID).result().stream()
            .map(ExpertiseVote::actor)
            .filter(actor -> !actor.isEmpty())
            .collect(Collectors.toSet());
    return Set.copyOf(people.currentIds(actors, List.of()).values());
  }

  /**
   * The power of a score: the number of words and phrases, up to a limit. A single word matches or
   * does not; the number of matching words says more.
   */
  private static int sharpness(SearchQuery search) {
    return Math.clamp(search.text().count(), 1, SHARPEST);
  }
}
