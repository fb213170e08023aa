package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTest {
  private static final List<Integer> DAYS =
      List.of(Integer.MIN_VALUE, -1, 0, 1, 20_513, 20_514, Integer.MAX_VALUE);

  @Test
  void whatIsPackedComesOutAsItWas() {
    SeededRandom.forSeeds(
        500,
        (chance, seed) -> {
          Counts counts = random(chance);

          assertThat(Packed.of(counts).counts()).isEqualTo(counts);
          assertThat(Packed.of(counts).isEmpty()).isEqualTo(counts.isEmpty());
        });
  }

  @Test
  void equalCountsHaveEqualBytesHoweverTheyCameAbout() {
    SeededRandom.forSeeds(
        200,
        (chance, seed) -> {
          Counts counts = random(chance);
          Counts other = random(chance);

          assertThat(Packed.of(counts.plus(other).minus(other))).isEqualTo(Packed.of(counts));
        });
  }

  @Test
  void aDayInAnEstablishedMannerTakesThreeBytes() {
    Counts counts = Counts.NONE;
    for (int day = 20_000; day < 20_100; day++) {
      counts = counts.plus(Counts.one(new Count(day, Direction.A_TO_B, "mail", "to", 0, 1)));
    }

    assertThat(Packed.of(counts).bytes().remaining()).isLessThan(3 * 100 + 20);
  }

  private static Counts random(SeededRandom chance) {
    Counts counts = Counts.NONE;
    for (int i = chance.below(12); i > 0; i--) {
      var direction = chance.oneIn(2) ? Direction.A_TO_B : Direction.B_TO_A;
      var count =
          new Count(
              chance.oneOf(DAYS),
              direction,
              chance.oneOf(List.of("mail", "réseau", "")),
              chance.oneOf(List.of("to", "回答")),
              chance.below(40),
              1 + chance.below(300));
      counts = counts.plus(Counts.one(count));
    }
    return counts;
  }
}
