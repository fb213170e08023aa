package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccountPairTest {
  private static final String ANN = "email:ann@example.org";
  private static final String BOB = "git:Bob | Lee <bob@example.org>";

  @Test
  void aPairHasOneKeyWhicheverAccountComesFirst() {
    assertThat(AccountPair.of(BOB, ANN).key()).isEqualTo(AccountPair.of(ANN, BOB).key());
  }

  @Test
  void aKeyIsReadBack() {
    assertThat(AccountPair.parse(AccountPair.of(ANN, BOB).key()))
        .isEqualTo(new AccountPair(ANN, BOB));
  }

  @Test
  void anAccountMakesNoPairWithItself() {
    assertThatIllegalArgumentException().isThrownBy(() -> AccountPair.of(ANN, ANN));
  }

  @Test
  void aPairOutOfOrderIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountPair(BOB, ANN));
  }

  @Test
  void aKeyWithoutSeparatorIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AccountPair.parse(ANN));
  }
}
