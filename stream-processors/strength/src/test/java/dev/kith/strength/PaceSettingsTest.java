package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceSettingsTest {
  @Test
  void aBeatMayBeAsLongAsAMinute() {
    assertThat(new PaceSettings(Duration.ofMinutes(1)).beat()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT61S"})
  void aBeatThatNeverComesOrComesTooLateIsRefused(String beat) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaceSettings(Duration.parse(beat)))
        .withMessageContaining("kith.strength.pace.beat");
  }
}
