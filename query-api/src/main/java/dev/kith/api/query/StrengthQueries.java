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
 * Strength as of a moment, as decay functions of Elasticsearch, without scripts and without stored
 * values that depend on time. The index stores g = log2 A(t) + t/h, which is constant over time;
 * {@code exp} with decay 1/2 and scale 1 computes 2^-|origin-g|, which is A at the moment of the
 * request up to a factor, the weight of the function. So the score of a document <em>is</em> its S.
 */
public final class StrengthQueries {
  /**
   * The distance of the origin from the start of today, in doublings. A score above the origin
   * would decrease; this leaves room for contact that a wrong clock dates years ahead.
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

  /** The hits of {@code matching}, scored by S at the moment. */
  public Query ranked(Query matching) {
    return sum(matching, null);
  }

  /** The same, limited to hits above the lower bound of a range. */
  Query ranked(Query matching, StrengthRange range) {
    double least = least(formula.sumFor(range.from()), range.fromExcluded());
    return sum(Filters.all(List.of(matching, known())), least);
  }

  /** The least score, with the precision of a score. */
  private static double least(double sum, boolean excluded) {
    return excluded ? Math.nextUp((float) sum) : (float) sum;
  }

  /** The hits with at least this S, scored by S. */
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

  /** A filter for strengths in the range; it has no score. */
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

  /** Excludes documents without g, which would score the maximum; some have no long-term g. */
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
