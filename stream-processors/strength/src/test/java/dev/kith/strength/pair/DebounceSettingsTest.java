package dev.kith.strength.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebounceSettingsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void anIntervalMayBeAsLongAsAMinute() {
    assertThat(new DebounceSettings(MINUTE, MINUTE).interval()).isEqualTo(MINUTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT61S"})
  void anIntervalOutOfRangeIsRefused(String interval) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DebounceSettings(Duration.parse(interval), MINUTE))
        .withMessageContaining("kith.strength.debounce.interval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.499S", "PT61S"})
  void theLongestIntervalIsNotShorterThanTheInterval(String longest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DebounceSettings(Duration.ofMillis(500), Duration.parse(longest)))
        .withMessageContaining("kith.strength.debounce.max-interval");
  }
}
