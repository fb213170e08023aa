package dev.kith.strength.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionCountsTest {
  @Test
  void countsAddedInOneOrderCanBeSubtractedInAnother() {
    SeededRandom.forSeeds(
        200,
        (chance, seed) -> {
          InteractionCounts kept = random(chance);
          List<InteractionCounts> passing = new ArrayList<>();
          chance.times(5, each -> passing.add(random(each)));

          InteractionCounts sum = kept;
          for (InteractionCounts each : passing) {
            sum = sum.plus(each);
          }
          for (InteractionCounts each : chance.shuffled(passing)) {
            sum = sum.minus(each);
          }

          assertThat(sum).isEqualTo(kept);
        });
  }

  @Test
  void countsAreOrderedBySort() {
    SeededRandom.forSeeds(
        200,
        (chance, seed) -> {
          InteractionCounts sum =
              random(chance).plus(random(chance)).plus(random(chance).flipped());

          assertThat(sum.counts()).isSortedAccordingTo(InteractionCount.BY_SORT);
          assertThat(sum.counts()).noneMatch(count -> count.number() == 0);
        });
  }

  @Test
  void theSumOfUnorderedCountsIsTheirSumInOrder() {
    SeededRandom.forSeeds(
        100,
        (chance, seed) -> {
          InteractionCounts one = random(chance);
          InteractionCounts other = random(chance);
          List<InteractionCount> all = new ArrayList<>(one.counts());
          all.addAll(other.counts());

          assertThat(InteractionCounts.sum(chance.shuffled(all))).isEqualTo(one.plus(other));
        });
  }

  @Test
  void flippingTwiceChangesNothing() {
    SeededRandom.forSeeds(
        100,
        (chance, seed) -> {
          InteractionCounts counts = random(chance);

          assertThat(counts.flipped().flipped()).isEqualTo(counts);
        });
  }

  @Test
  void subtractingWhatWasNeverAddedIsABug() {
    InteractionCounts one =
        InteractionCounts.one(new InteractionCount(3, Direction.A_TO_B, "mail", "to", 0, 0, 1));

    assertThatIllegalStateException().isThrownBy(() -> InteractionCounts.NONE.minus(one).checked());
    assertThat(one.minus(one).checked()).isEqualTo(InteractionCounts.NONE);
  }

  private static InteractionCounts random(SeededRandom chance) {
    InteractionCounts counts = InteractionCounts.NONE;
    for (int i = chance.below(6); i > 0; i--) {
      var direction = chance.oneIn(2) ? Direction.A_TO_B : Direction.B_TO_A;
      var kind = chance.oneOf(List.of("to", "cc"));
      int number = 1 + chance.below(3);
      counts =
          counts.plus(
              InteractionCounts.one(
                  new InteractionCount(
                      chance.below(3),
                      direction,
                      "mail",
                      kind,
                      chance.below(2),
                      chance.below(2),
                      number)));
    }
    return counts;
  }
}
