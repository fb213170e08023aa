package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PersonPairTest {
  private static final String ANN = "2f3c5b7a9d1e0k4m";
  private static final String BOB = "7z0a1b2c3d4e5f6g";

  @Test
  void aPairHasOneKeyWhicheverPersonComesFirst() {
    assertThat(PersonPair.of(BOB, ANN).key()).isEqualTo(ANN + "|" + BOB);
    assertThat(PersonPair.of(ANN, BOB).key()).isEqualTo(ANN + "|" + BOB);
  }

  @Test
  void aKeyIsReadBack() {
    assertThat(PersonPair.parse(ANN + "|" + BOB)).isEqualTo(new PersonPair(ANN, BOB));
  }

  @Test
  void nobodyIsInARelationshipWithThemselves() {
    assertThatIllegalArgumentException().isThrownBy(() -> PersonPair.of(ANN, ANN));
  }

  @Test
  void aPairOutOfOrderIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PersonPair.parse(BOB + "|" + ANN));
  }

  @Test
  void aKeyWithoutSeparatorIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PersonPair.parse(ANN));
  }
}
