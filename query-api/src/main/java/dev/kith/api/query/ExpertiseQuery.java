package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import dev.kith.api.search.Clause;
import dev.kith.api.search.SearchQuery;

/** The query whose hits are the votes for people who know a subject. */
public final class ExpertiseQuery {
  /** Scores are raised to a power afterwards: the effective half-life is about four years. */
  private static final long HALF_LIFE_MILLIS = 2_190L * 86_400_000;

  private static final double FOREVER = 0.46;

  private ExpertiseQuery() {}

  /** Activities about the subject of a search, scored by match and recency. */
  public static Query of(ActivityQueries queries, SearchQuery search) {
    return fading(scored(queries.about(search), search), queries.moment());
  }

  /** Conditions alone give no score; each match then scores 1. */
  private static Query scored(Query matching, SearchQuery search) {
    return search.words().isEmpty() && search.all(Clause.Topic.class).isEmpty()
        ? Query.of(q -> q.constantScore(c -> c.filter(matching)))
        : matching;
  }

  /** Reduces the score with age, but never to zero. */
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
