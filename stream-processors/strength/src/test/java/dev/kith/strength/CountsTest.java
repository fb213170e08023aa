package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {
  @Test
  void whatIsAddedInOneOrderCanBeTakenBackInAnother() {
    SeededRandom.forSeeds(
        200,
        (chance, seed) -> {
          Counts kept = random(chance);
          List<Counts> passing = new ArrayList<>();
          chance.times(5, each -> passing.add(random(each)));

          Counts sum = kept;
          for (Counts each : passing) {
            sum = sum.plus(each);
          }
          for (Counts each : chance.shuffled(passing)) {
            sum = sum.minus(each);
          }

          assertThat(sum).isEqualTo(kept);
        });
  }

  @Test
  void countsStayInTheOrderOfTheirSorts() {
    SeededRandom.forSeeds(
        200,
        (chance, seed) -> {
          Counts sum = random(chance).plus(random(chance)).plus(random(chance).flipped());

          assertThat(sum.counts()).isSortedAccordingTo(Count.BY_SORT);
          assertThat(sum.counts()).noneMatch(count -> count.number() == 0);
        });
  }

  @Test
  void theSameSeenTwiceFromTheOtherSideIsTheSame() {
    SeededRandom.forSeeds(
        100,
        (chance, seed) -> {
          Counts counts = random(chance);

          assertThat(counts.flipped().flipped()).isEqualTo(counts);
        });
  }

  @Test
  void toTakeBackWhatWasNeverAddedIsABug() {
    Counts one = Counts.one(new Count(3, Direction.A_TO_B, "mail", "to", 0, 1));

    assertThatIllegalStateException().isThrownBy(() -> Counts.NONE.minus(one).checked());
    assertThat(one.minus(one).checked()).isEqualTo(Counts.NONE);
  }

  private static Counts random(SeededRandom chance) {
    Counts counts = Counts.NONE;
    for (int i = chance.below(6); i > 0; i--) {
      var direction = chance.oneIn(2) ? Direction.A_TO_B : Direction.B_TO_A;
      var kind = chance.oneOf(List.of("to", "cc"));
      int number = 1 + chance.below(3);
      counts =
          counts.plus(
              Counts.one(
                  new Count(chance.below(3), direction, "mail", kind, chance.below(2), number)));
    }
    return counts;
  }
}
