package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.search.Clause;
import dev.kith.schemas.Indices;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Bounds of g that follow from the conditions of a search: the index applies them without scoring.
 * For example, a relationship with a long silence and this strength must have had a lot of contact.
 *
 * @param moment of the request
 */
record StrengthBounds(Moment moment) {
  /** In octaves: far more than the rounding of doubles, far less than a visible difference. */
  private static final double ROUNDING = 1e-3;

  /**
   * Where the long-term term is less than the rest of S, the usual contact makes up this part of S.
   */
  private static final double OF_USUAL = 0.25;

  /** Days since the last contact, at least: somewhere tomorrow has begun, and is counted. */
  private static final double AHEAD = -1;

  /** Bounds of everything that fulfils all these conditions; there may be none. */
  List<Query> of(List<Clause> conditions) {
    return of(
        all(conditions, Clause.Strength.class).mapToDouble(this::leastSum).max().orElse(0),
        conditions);
  }

  /** Bounds of everything that has at least this S and fulfils all these conditions. */
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
   * An A by half-life, one of which is reached by whatever has at least this S and fulfils the
   * conditions. The long-term term and a multiple of the usual A add up to S at most: if one is
   * less than its part, the other is more.
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
   * The least A of whatever has at least this S and fulfils the conditions, by half-life.
   *
   * @param longTerm whether it may have a long-term term, which is most of what remains of S
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
   * How much S is of the usual A, at most. Nothing fades slower than that one; and what fades
   * faster has faded more where recent contact is little, or the last one long ago.
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

  /** What is left of an A after so many days, relative to what is left of a slower one. */
  private static double faded(double days, double halfLife, double slower) {
    return Math.pow(2, days / slower - days / halfLife);
  }

  /** How much S is of the recent A, at most, where that is at least so much of the usual one. */
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

  /** How many days nothing has happened, at least. */
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

  /** The recent A over the usual one, at most: all that there is may have come just now. */
  private double mostTilt() {
    return faded(AHEAD, recent(), usual());
  }

  /**
   * The recent A over the usual one, at least. Of other trends than warming nothing is known: a
   * silence may be unusual after few days, and little contact is drawn towards steady.
   */
  private double leastTilt(List<Clause> conditions) {
    boolean warming =
        all(conditions, Clause.Trending.class)
            .anyMatch(trending -> trending.trend() == Trend.WARMING);
    return warming ? Math.min(mostTilt(), leastOfWarming()) : 0;
  }

  /** A trend holds for a whole day, of which some has passed. */
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
