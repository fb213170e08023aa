package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceSettingsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aBeatMayBeAsLongAsAMinute() {
    assertThat(new PaceSettings(MINUTE, MINUTE).beat()).isEqualTo(MINUTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT61S"})
  void aBeatThatNeverComesOrComesTooLateIsRefused(String beat) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaceSettings(Duration.parse(beat), MINUTE))
        .withMessageContaining("kith.strength.pace.beat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.499S", "PT61S"})
  void catchingUpIsNoFasterThanTheBeat(String catchUp) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaceSettings(Duration.ofMillis(500), Duration.parse(catchUp)))
        .withMessageContaining("kith.strength.pace.catch-up");
  }
}
