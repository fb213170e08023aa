package dev.kith.schemas.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionWeightsTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 2", "4, 2", "5, 3", "8, 3", "9, 4", "1024, 10", "1025, 11"})
  void recipientsFallIntoClassesOfPowersOfTwo(int recipients, int recipientClass) {
    assertThat(InteractionWeights.recipientClass(recipients)).isEqualTo(recipientClass);
  }

  @Test
  void aMessageToNobodyHasNoClass() {
    assertThatIllegalArgumentException().isThrownBy(() -> InteractionWeights.recipientClass(0));
  }

  @Test
  void fourRecipientsHalveWhatAMessageCounts() {
    assertThat(new InteractionWeights(Map.of(), 0.5).weightOf(bucket("to", 2)))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aKindCountsItsWeightAndAnUnlistedOneCountsOne() {
    var weights = new InteractionWeights(Map.of("like", 0.25), 0);

    assertThat(weights.weightOf(bucket("like", 5))).isEqualTo(0.25);
    assertThat(weights.weightOf(bucket("wave", 5))).isEqualTo(1);
  }

  @Test
  void aKindOfWeightZeroCountsNothing() {
    assertThat(new InteractionWeights(Map.of("declined", 0.0), 0.1).weightOf(bucket("declined", 0)))
        .isZero();
  }

  @Test
  void weightsThatGiveNoRankingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InteractionWeights(Map.of("like", -0.1), 0.5))
        .withMessageContaining("like");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InteractionWeights(Map.of(), Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new HalfLifeWeights(new TreeMap<>()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HalfLifeWeights(new TreeMap<>(Map.of(0.0, 1.0))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HalfLifeWeights(new TreeMap<>(Map.of(7.0, -1.0))));
  }

  private static Bucket bucket(String kind, int recipientClass) {
    return new Bucket(0, Direction.A_TO_B, "mail", kind, recipientClass, 1);
  }
}
