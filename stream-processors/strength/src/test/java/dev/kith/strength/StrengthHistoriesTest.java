package dev.kith.strength;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.StrengthHistory;
import dev.kith.flow.testkit.StrengthHistory.Coming;
import dev.kith.flow.testkit.StrengthHistory.Event.Did;
import dev.kith.flow.testkit.StrengthHistory.Event.Joined;
import dev.kith.flow.testkit.StrengthOracle;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.PersonPair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrengthHistoriesTest {
  /** No moment of a history is as far from a full five seconds as this: time stops in between. */
  private static final Duration ODD = Duration.ofMillis(2_500);

  @Test
  void theCountsAreThoseOfTheOracleInAnyOrder() {
    SeededRandom.forSeeds(2_000, (random, seed) -> assertEqualToOracle(random));
  }

  private static void assertEqualToOracle(SeededRandom random) {
    try (var run = new StrengthRun()) {
      // What happens after the restart, a day later, can still be to come.
      var coming = new Coming(run.now().plus(ODD), Duration.ofHours(60));
      StrengthHistory history = StrengthHistory.random(random, coming);
      int restart = random.below(2 * history.events().size());
      for (int i = 0; i < history.events().size(); i++) {
        if (random.oneIn(6)) {
          run.published();
        }
        if (random.oneIn(12)) {
          run.publishedWithin(Duration.ofHours(random.below(24)));
        }
        if (i == restart) {
          run.restart();
        }
        switch (history.events().get(i)) {
          case Did did -> run.did(did.activity());
          case Joined joined -> run.joined(joined.account(), joined.membership());
        }
      }

      run.published();
      assertSame(
          run,
          StrengthOracle.relationships(history.activities(), history.memberships(), run.now()));
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
          assertThat(relationship.getFirst()).isEqualTo(contact(buckets.stream()));
          assertThat(relationship.getLast()).isEqualTo(contact(buckets.reversed().stream()));
          assertThat(relationship.getWarmingUntil()).isEqualTo(dates.warmingUntil());
          assertThat(relationship.getCoolingFrom()).isEqualTo(dates.coolingFrom());
          assertThat(relationship.getSilentFrom()).isEqualTo(dates.silentFrom());
        });
  }

  /** The day of the first bucket that is a contact in time. */
  private static Optional<LocalDate> contact(Stream<Bucket> buckets) {
    return buckets
        .filter(bucket -> !bucket.getKind().equals("contact"))
        .map(bucket -> LocalDate.ofEpochDay(bucket.getDay()))
        .findFirst();
  }
}
