package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import dev.kith.api.search.StrengthRange;
import dev.kith.schemas.Indices;
import dev.kith.schemas.strength.StrengthFormula;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Strength as of a moment, expressed in Elasticsearch's decay functions: no scripts, nothing stored
 * that ages. An index keeps g = log2 A(t) + t/h, which time does not change; {@code exp} with decay
 * 1/2 and scale 1 makes 2^-|origin-g| of it, which is A at the moment of the request, up to a
 * factor that becomes the function's weight. So the score of a document <em>is</em> its S.
 */
public final class StrengthQueries {
  /**
   * How many doublings above the start of today the origin lies. Above the origin a score would
   * fall again: this leaves room for contact that is dated years ahead by a wrong clock.
   */
  private static final double HEADROOM = 20;

  private final StrengthFormula formula;
  private final double now;
  private final StrengthBounds bounds;

  /** The strengths at a moment. */
  public StrengthQueries(Moment moment) {
    this.formula = moment.formula();
    this.now = moment.days();
    this.bounds = new StrengthBounds(moment);
  }

  /** Scores what {@code matching} finds by S at the moment. */
  public Query ranked(Query matching) {
    return sum(matching, null);
  }

  /** The same, of what is not below the floor of a range. */
  Query ranked(Query matching, StrengthRange range) {
    double least = least(formula.sumFor(range.from()), range.fromExcluded());
    return sum(Filters.all(List.of(matching, known())), least);
  }

  /** As exact as a score is. */
  private static double least(double sum, boolean excluded) {
    return excluded ? Math.nextUp((float) sum) : (float) sum;
  }

  /** What matches and has at least this S; scored by S. */
  private Query sum(Query matching, @Nullable Double least) {
    List<FunctionScore> terms = formula.halfLives().stream().map(this::term).toList();
    return function(matching, terms, FunctionScoreMode.Sum, least);
  }

  private FunctionScore term(double halfLife) {
    double origin = now / halfLife + HEADROOM;
    double weight = formula.weight(halfLife) * Math.pow(2, HEADROOM);
    var term = near(Indices.strengthField(halfLife), origin, weight);
    return formula.isLongTerm(halfLife) ? where(has(halfLife), term) : term;
  }

  /** What has a strength in the range; costs nothing in the score. */
  public Query in(StrengthRange range) {
    var query = new BoolQuery.Builder();
    if (range.hasFloor()) {
      query.filter(atLeast(formula.sumFor(range.from()), range.fromExcluded()));
    } else {
      query.filter(known());
    }
    if (range.hasCeiling()) {
      query.mustNot(atLeast(formula.sumFor(range.to()), !range.toExcluded()));
    }
    return query.build()._toQuery();
  }

  private Query atLeast(double sum, boolean excluded) {
    return sum(
        Filters.all(Stream.concat(Stream.of(known()), bounds.of(sum, List.of()).stream()).toList()),
        least(sum, excluded));
  }

  /** Documents without a g would score the maximum; not every relationship has a long-term g. */
  private Query known() {
    return Filters.all(
        formula.halfLives().stream().filter(h -> !formula.isLongTerm(h)).map(this::has).toList());
  }

  private Query has(double halfLife) {
    return Query.of(q -> q.exists(e -> e.field(Indices.strengthField(halfLife))));
  }

  private static Query function(
      Query matching,
      List<FunctionScore> functions,
      FunctionScoreMode mode,
      @Nullable Double least) {
    return new FunctionScoreQuery.Builder()
        .query(matching)
        .functions(functions)
        .scoreMode(mode)
        .boostMode(FunctionBoostMode.Replace)
        .minScore(least)
        .build()
        ._toQuery();
  }

  private static FunctionScore where(Query filter, FunctionScore term) {
    return FunctionScore.of(f -> f.filter(filter).weight(term.weight()).exp(term.exp()));
  }

  private static FunctionScore near(String field, double origin, double weight) {
    return FunctionScore.of(
        function ->
            function
                .weight(weight)
                .exp(
                    decay ->
                        decay.untyped(
                            number ->
                                number
                                    .field(field)
                                    .placement(
                                        p ->
                                            p.origin(JsonData.of(origin))
                                                .scale(JsonData.of(1.0))
                                                .decay(0.5)))));
  }
}
