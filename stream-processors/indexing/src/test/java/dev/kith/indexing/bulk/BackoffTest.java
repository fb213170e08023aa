package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15));

  @Test
  void eachPauseIsTwiceTheOneBefore() {
    assertThat(BACKOFF.after(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(BACKOFF.after(2)).isEqualTo(Duration.ofMillis(400));
    assertThat(BACKOFF.after(4)).isEqualTo(Duration.ofMillis(1600));
  }

  @Test
  void noPauseIsLongerThanTheLongest() {
    assertThat(BACKOFF.after(100)).isEqualTo(Duration.ofSeconds(15));
  }
}
