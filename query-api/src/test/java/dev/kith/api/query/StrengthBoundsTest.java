package dev.kith.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.search.DateBound;
import dev.kith.api.search.SearchQuery.Clause;
import dev.kith.api.search.StrengthRange;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.Trend;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthBoundsTest {
  private static final int RELATIONSHIPS = 30_000;
  private static final long SEED = 20_261_122;

  private final StrengthFormula formula = StrengthFormula.standard();
  private final Moment moment = new Moment(Instant.parse("2026-11-22T12:00:00Z"), formula);
  private final StrengthBounds bounds = new StrengthBounds(moment);

  @Test
  void whateverFulfilsTheConditionsLiesWithinTheBounds() {
    var chance = new SplittableRandom(SEED);
    for (int n = 0; n < RELATIONSHIPS; n++) {
      List<Bucket> buckets = buckets(chance);
      List<HalfLife> g = formula.halfLives(buckets);
      var trend = new Clause.Trending(formula.trendDates(buckets, g).on(moment.today()));
      LocalDate last = LocalDate.ofEpochDay(buckets.getLast().getDay());
      var before = new Clause.Before(last.plusDays(1 + chance.nextInt(30)));

      for (List<Clause> conditions :
          List.<List<Clause>>of(
              List.of(), List.of(trend), List.of(before), List.of(trend, before))) {
        Map<Double, Double> least =
            bounds.least(formula.sum(g, moment.days()), conditions, lasts(g));

        assertThat(least).isNotEmpty();
        least.forEach(
            (halfLife, most) ->
                assertThat(most)
                    .as("seed %d, of %s: %s", SEED, conditions, g)
                    .isLessThanOrEqualTo(present(g, halfLife) * (1 + 1e-9)));
        assertThat(bounds.either(formula.sum(g, moment.days()), conditions))
            .as("seed %d, of %s: %s", SEED, conditions, g)
            .anySatisfy(
                (halfLife, most) ->
                    assertThat(most).isLessThanOrEqualTo(present(g, halfLife) * (1 + 1e-9)));
      }
    }
  }

  private boolean lasts(List<HalfLife> all) {
    return all.stream().anyMatch(g -> formula.isLongTerm(g.getDays()));
  }

  private double present(List<HalfLife> all, double halfLife) {
    return all.stream()
        .filter(g -> g.getDays() == halfLife)
        .mapToDouble(g -> Math.pow(2, g.getG() - moment.days() / halfLife))
        .sum();
  }

  /** The contacts of a pair, a few days or some years long; the last one may be of tomorrow. */
  private List<Bucket> buckets(SplittableRandom chance) {
    int today = (int) moment.today().toEpochDay();
    int days = 1 + (int) Math.pow(400, chance.nextDouble());
    int silence = (int) Math.pow(2_000, chance.nextDouble()) - 2;
    int gap = 1 + chance.nextInt(60);
    var kinds = chance.nextBoolean() ? List.of("to", "cc") : List.of("to", "cc", "reviewed");
    return IntStream.range(0, days)
        .mapToObj(i -> bucket(kinds, today - silence - (days - 1 - i) * gap, chance))
        .toList();
  }

  private static Bucket bucket(List<String> kinds, int day, SplittableRandom chance) {
    var direction = chance.nextBoolean() ? Direction.A_TO_B : Direction.B_TO_A;
    String kind = kinds.get(chance.nextInt(kinds.size()));
    return new Bucket(day, direction, "mail", kind, chance.nextInt(4), 1);
  }

  @Test
  void aLongSilenceIsBoundByHowGreatTheFriendshipWas() {
    var strong = new Clause.Strength(StrengthRange.parse(">30").orElseThrow());
    var silent = new Clause.Last(DateBound.parse(">180d").orElseThrow());
    double sum = formula.sumFor(30);

    double always = usual(bounds.least(sum, List.of(strong), true));
    double silence = usual(bounds.least(sum, List.of(strong, silent), true));

    assertThat(silence).isGreaterThan(2 * always);
  }

  private double usual(Map<Double, Double> least) {
    return least.getOrDefault(formula.usual(), 0.0);
  }

  @Test
  void whereNoStrengthIsAskedForNothingIsBound() {
    assertThat(bounds.of(List.of(new Clause.Trending(Trend.COOLING)))).isEmpty();
  }
}
