package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.ExpertiseVote;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.ActivityQueries;
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

  /** Votes are raised to a power afterwards: in effect half is forgotten within four years. */
  private static final long HALF_LIFE_MILLIS = 2_190L * 86_400_000;

  private static final double FOREVER = 0.46;
  private static final int SHARPEST = 3;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;

  ExpertFinder(ActivitiesIndex activities, PeopleIndex people) {
    this.activities = activities;
    this.people = people;
  }

  /** What speaks about it, as far as the viewer may see. */
  DeferredQuery<List<ExpertiseVote>> votes(
      SearchQuery search, ResolvedNames known, Viewer viewer, Moment moment) {
    Query matching = new ActivityQueries(moment, known, viewer.visibility()).about(search);
    return activities.votes(fading(scored(matching, search), moment), MOST_VOTES);
  }

  /**
   * Each person's share in it.
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

  /** Conditions alone score nothing; each match is then one vote. */
  private static Query scored(Query matching, SearchQuery search) {
    return search.words().isEmpty() && search.all(Clause.Topic.class).isEmpty()
        ? Query.of(q -> q.constantScore(c -> c.filter(matching)))
        : matching;
  }

  /** What was said long ago counts less, but never nothing. */
  private static Query fading(Query matching, Moment moment) {
    var recent =
        FunctionScore.of(
            f ->
                f.weight(1 - FOREVER)
                    .exp(
                        decay ->
                            decay.untyped(
                                u ->
                                    u.field("at")
                                        .placement(
                                            p ->
                                                p.origin(JsonData.of(moment.now().toEpochMilli()))
                                                    .scale(JsonData.of(HALF_LIFE_MILLIS + "ms"))
                                                    .decay(0.5)))));
    var always = FunctionScore.of(f -> f.weight(FOREVER));
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(matching)
                        .functions(recent, always)
                        .scoreMode(FunctionScoreMode.Sum)
                        .boostMode(FunctionBoostMode.Multiply)));
  }
}
