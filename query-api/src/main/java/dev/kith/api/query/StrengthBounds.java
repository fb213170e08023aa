package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.search.SearchQuery.Clause;
import dev.kith.schemas.Indices;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Bounds of g that follow from the conditions of a search and that the index applies without
 * scoring. For example, a relationship with a long silence and this strength must have had a lot of
 * contact.
 *
 * @param moment of the request
 */
record StrengthBounds(Moment moment) {
  /**
   * In octaves: far more than the rounding error of doubles, far less than a visible difference.
   */
  private static final double ROUNDING = 1e-3;

  /** The part of S that the usual contact has if the long-term term is less than the rest of S. */
  private static final double OF_USUAL = 0.25;

  /** The least number of days since the last contact: in some time zones tomorrow has begun. */
  private static final double AHEAD = -1;

  /** Bounds for everything that fulfils all these conditions; may be empty. */
  List<Query> of(List<Clause> conditions) {
    return of(
        all(conditions, Clause.Strength.class).mapToDouble(this::leastSum).max().orElse(0),
        conditions);
  }

  /** Bounds for everything that has at least this S and fulfils all these conditions. */
  List<Query> of(double sum, List<Clause> conditions) {
    var bounds = new ArrayList<>(atLeast(least(sum, conditions, true)));
    List<Query> withoutLongTerm = atLeast(least(sum, conditions, false));
    formula().halfLives().stream()
        .filter(formula()::isLongTerm)
        .map(own -> Filters.exists(Indices.strengthField(own)))
        .map(longTerm -> Filters.either(List.of(longTerm, Filters.all(withoutLongTerm))))
        .filter(_ -> !withoutLongTerm.isEmpty())
        .forEach(bounds::add);
    List<Query> either = atLeast(either(sum, conditions));
    if (!either.isEmpty()) {
      bounds.add(Filters.either(either));
    }
    return bounds;
  }

  /**
   * Lower bounds of A by half-life, at least one of which holds for everything that has at least
   * this S and fulfils the conditions. S is at most the sum of the long-term term and a multiple of
   * the usual A: if one is less than its part, the other is more.
   */
  Map<Double, Double> either(double sum, List<Clause> conditions) {
    var either = new TreeMap<Double, Double>();
    if (sum > 0) {
      either.put(usual(), OF_USUAL * sum / mostOverUsual(conditions, false));
      formula().halfLives().stream()
          .filter(formula()::isLongTerm)
          .forEach(own -> either.put(own, (1 - OF_USUAL) * sum / formula().weight(own)));
    }
    return either.size() > 1 ? either : Map.of();
  }

  /**
   * Lower bounds of A by half-life for everything that has at least this S and fulfils the
   * conditions.
   *
   * @param longTerm whether there may be a long-term term, which is most of the rest of S
   */
  Map<Double, Double> least(double sum, List<Clause> conditions, boolean longTerm) {
    var least = new TreeMap<Double, Double>();
    if (sum > 0) {
      least.put(usual(), sum / mostOverUsual(conditions, longTerm));
      double tilt = leastTilt(conditions);
      if (tilt > 0) {
        least.merge(recent(), sum / mostOverRecent(tilt, longTerm), Math::max);
      }
    }
    return least;
  }

  private List<Query> atLeast(Map<Double, Double> least) {
    return least.entrySet().stream()
        .map(bound -> atLeast(bound.getKey(), bound.getValue()))
        .toList();
  }

  /** {@code A >= least}, for one half-life. */
  private Query atLeast(double halfLife, double least) {
    double g = octaves(least) + moment.days() / halfLife - ROUNDING;
    String field = Indices.strengthField(halfLife);
    return Query.of(q -> q.range(r -> r.number(n -> n.field(field).gte(g))));
  }

  private double leastSum(Clause.Strength strength) {
    return formula().sumFor(strength.range().from());
  }

  /**
   * An upper bound of S over the usual A. The usual A has the longest half-life; A of shorter
   * half-lives are smaller if there was little recent contact, or if the last contact is long ago.
   */
  private double mostOverUsual(List<Clause> conditions, boolean longTerm) {
    double silence = silence(conditions);
    double tilt = mostTilt();
    return halfLives(longTerm)
        .mapToDouble(
            halfLife -> {
              double ofRecent = tilt * faded(silence, halfLife, recent());
              double ofUsual = faded(silence, halfLife, usual());
              return formula().weight(halfLife)
                  * (halfLife <= recent() ? Math.min(ofRecent, ofUsual) : ofUsual);
            })
        .sum();
  }

  /** The remaining fraction of an A after so many days, relative to that of a longer half-life. */
  private static double faded(double days, double halfLife, double slower) {
    return Math.pow(2, days / slower - days / halfLife);
  }

  /** An upper bound of S over the recent A, if that is at least so much of the usual A. */
  private double mostOverRecent(double tilt, boolean longTerm) {
    return halfLives(longTerm)
        .mapToDouble(
            halfLife ->
                formula().weight(halfLife)
                    * (halfLife <= recent()
                        ? faded(AHEAD, halfLife, recent())
                        : faded(AHEAD, halfLife, usual()) / tilt))
        .sum();
  }

  private Stream<Double> halfLives(boolean longTerm) {
    return formula().halfLives().stream()
        .filter(halfLife -> longTerm || !formula().isLongTerm(halfLife));
  }

  /** A lower bound of the days since the last contact. */
  private double silence(List<Clause> conditions) {
    return Stream.concat(
            all(conditions, Clause.Last.class).map(Clause.Last::days),
            all(conditions, Clause.Before.class).map(Clause.Before::days))
        .filter(span -> !span.later())
        .map(span -> span.bound(moment.today()))
        .mapToDouble(day -> moment.days() - day.toEpochDay())
        .map(days -> Math.max(AHEAD, days))
        .max()
        .orElse(AHEAD);
  }

  /** An upper bound of the recent A over the usual A: all contact may be of today. */
  private double mostTilt() {
    return faded(AHEAD, recent(), usual());
  }

  /**
   * A lower bound of the recent A over the usual A. It exists for warming only: a silence may be
   * unusual after a few days, and little contact counts as steady.
   */
  private double leastTilt(List<Clause> conditions) {
    boolean warming =
        all(conditions, Clause.Trending.class)
            .anyMatch(trending -> trending.trend() == Trend.WARMING);
    return warming ? Math.min(mostTilt(), leastOfWarming()) : 0;
  }

  /** A trend is valid for a whole day, part of which has passed. */
  private double leastOfWarming() {
    return Math.pow(2, formula().bounds().warming())
        * formula().steadyQuotient()
        * faded(1, recent(), usual());
  }

  private static <C extends Clause> Stream<C> all(List<Clause> conditions, Class<C> sort) {
    return conditions.stream().filter(sort::isInstance).map(sort::cast);
  }

  private static double octaves(double number) {
    return Math.log(number) / Math.log(2);
  }

  private StrengthFormula formula() {
    return moment.formula();
  }

  private double recent() {
    return formula().recent();
  }

  private double usual() {
    return formula().usual();
  }
}
