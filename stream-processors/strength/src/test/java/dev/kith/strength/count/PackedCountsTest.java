package dev.kith.strength.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedCountsTest {
  private static final List<Integer> DAYS =
      List.of(Integer.MIN_VALUE, -1, 0, 1, 20_513, 20_514, Integer.MAX_VALUE);

  @Test
  void unpackingReturnsWhatWasPacked() {
    SeededRandom.forSeeds(
        500,
        (chance, seed) -> {
          InteractionCounts counts = random(chance);

          assertThat(PackedCounts.of(counts).counts()).isEqualTo(counts);
          assertThat(PackedCounts.of(counts).isEmpty()).isEqualTo(counts.isEmpty());
        });
  }

  @Test
  void equalCountsHaveEqualBytes() {
    SeededRandom.forSeeds(
        200,
        (chance, seed) -> {
          InteractionCounts counts = random(chance);
          InteractionCounts other = random(chance);

          assertThat(PackedCounts.of(counts.plus(other).minus(other)))
              .isEqualTo(PackedCounts.of(counts));
        });
  }

  @Test
  void aFurtherDayTakesThreeBytes() {
    InteractionCounts counts = InteractionCounts.NONE;
    for (int day = 20_000; day < 20_100; day++) {
      counts =
          counts.plus(
              InteractionCounts.one(
                  new InteractionCount(day, Direction.A_TO_B, "mail", "to", 0, 0, 1)));
    }

    assertThat(PackedCounts.of(counts).bytes().remaining()).isLessThan(3 * 100 + 20);
  }

  private static InteractionCounts random(SeededRandom chance) {
    InteractionCounts counts = InteractionCounts.NONE;
    for (int i = chance.below(12); i > 0; i--) {
      var direction = chance.oneIn(2) ? Direction.A_TO_B : Direction.B_TO_A;
      int recipients = chance.below(40);
      var count =
          new InteractionCount(
              chance.oneOf(DAYS),
              direction,
              chance.oneOf(List.of("mail", "réseau", "")),
              chance.oneOf(List.of("to", "回答")),
              recipients,
              recipients == 0 ? 0 : chance.below(3) - 1,
              1 + chance.below(300));
      counts = counts.plus(InteractionCounts.one(count));
    }
    return counts;
  }
}
