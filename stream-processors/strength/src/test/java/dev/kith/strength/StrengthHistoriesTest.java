package dev.kith.strength;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.StrengthHistory;
import dev.kith.flow.testkit.StrengthHistory.Event.Did;
import dev.kith.flow.testkit.StrengthHistory.Event.Joined;
import dev.kith.flow.testkit.StrengthOracle;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.PersonPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrengthHistoriesTest {
  @Test
  void theCountsAreThoseOfTheOracleInAnyOrder() {
    SeededRandom.forSeeds(2_000, (random, seed) -> assertEqualToOracle(random));
  }

  private static void assertEqualToOracle(SeededRandom random) {
    StrengthHistory history = StrengthHistory.random(random);
    int restart = random.below(2 * history.events().size());
    try (var run = new StrengthRun()) {
      for (int i = 0; i < history.events().size(); i++) {
        if (random.oneIn(6)) {
          run.published();
        }
        if (i == restart) {
          run.restart();
        }
        switch (history.events().get(i)) {
          case Did did -> run.did(did.activity());
          case Joined joined -> run.joined(joined.account(), joined.membership());
        }
      }

      assertSame(run, StrengthOracle.relationships(history.activities(), history.memberships()));
    }
  }

  private static void assertSame(StrengthRun run, Map<PersonPair, List<Bucket>> expected) {
    var relationships = run.relationships();
    assertThat(relationships.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (pair, buckets) -> {
          var relationship = requireNonNull(relationships.get(pair));
          assertThat(relationship.getBuckets()).isEqualTo(buckets);
          var g = StrengthRun.FORMULA.halfLives(buckets);
          var dates = StrengthRun.FORMULA.trendDates(buckets, g);
          assertThat(relationship.getHalfLives()).isEqualTo(g);
          assertThat(relationship.getWarmingUntil()).isEqualTo(dates.warmingUntil());
          assertThat(relationship.getCoolingFrom()).isEqualTo(dates.coolingFrom());
          assertThat(relationship.getSilentFrom()).isEqualTo(dates.silentFrom());
        });
  }
}
