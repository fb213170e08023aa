package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Pace PACE = new Pace(Duration.ofMillis(200), Duration.ofSeconds(15));

  @Test
  void eachPauseIsTwiceTheOneBefore() {
    assertThat(PACE.after(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(PACE.after(2)).isEqualTo(Duration.ofMillis(400));
    assertThat(PACE.after(4)).isEqualTo(Duration.ofMillis(1600));
  }

  @Test
  void noPauseIsLongerThanTheLongest() {
    assertThat(PACE.after(100)).isEqualTo(Duration.ofSeconds(15));
  }
}
