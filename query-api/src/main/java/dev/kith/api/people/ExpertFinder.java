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

/** Finds people who talk about a subject: activities vote for their authors. */
@Singleton
class ExpertFinder {
  /** The best matches vote; more of them change nothing that could be told from chance. */
  private static final int MOST_VOTES = 500;

  private static final int MOST_ACCOUNTS = 200;

  /**
   * To exclude people who talk about something, all matches are read, as far as one request goes.
   */
  private static final int MOST_SAID = 10_000;

  private static final int SHARPEST = 3;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;

  ExpertFinder(ActivitiesIndex activities, PeopleIndex people) {
    this.activities = activities;
    this.people = people;
  }

  /** The activities about the subject, as far as the viewer may see them. */
  DeferredQuery<List<ExpertiseVote>> votes(
      SearchQuery search, ResolvedNames known, Viewer viewer, Moment moment) {
    var queries = new ActivityQueries(moment, known, viewer.visibility());
    return activities.votes(ExpertiseQuery.of(queries, search), MOST_VOTES);
  }

  /**
   * The share of each person.
   *
   * @param conditions what holds for a person
   */
  ExpertiseVotes.Tally tally(
      List<ExpertiseVote> votes, SearchQuery search, List<Query> conditions) {
    Map<String, ExpertiseVotes.Share> byAccount =
        ExpertiseVotes.byAccount(votes, sharpness(search), MOST_ACCOUNTS);
    return ExpertiseVotes.byPerson(byAccount, people.currentIds(byAccount.keySet(), conditions));
  }

  /** The authors of what matches any of the clauses by the moment, as far as the viewer may see. */
  Set<String> authors(Collection<Clause> any, ResolvedNames known, Viewer viewer, Moment moment) {
    Query said = new ActivityQueries(moment, known, viewer.visibility()).anyOf(any);
    Set<String> actors =
        activities.votes(said, MOST_SAID).result().stream()
            .map(ExpertiseVote::actor)
            .filter(actor -> !actor.isEmpty())
            .collect(Collectors.toSet());
    return Set.copyOf(people.currentIds(actors, List.of()).values());
  }

  /** One word is met or not; how many of several are met says more than each of them. */
  private static int sharpness(SearchQuery search) {
    return Math.clamp(search.text().count(), 1, SHARPEST);
  }
}
