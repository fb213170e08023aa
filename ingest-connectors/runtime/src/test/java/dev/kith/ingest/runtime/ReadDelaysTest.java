package dev.kith.ingest.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadDelaysTest {
  private final ReadDelays delays = new ReadDelays(FakeLoopContext.SETTINGS, new Random(1));

  @Test
  void retriesDoubleWithJitterUpToTheLongest() {
    for (int failures = 1; failures < 200; failures++) {
      long most = Math.min(300_000L, failures > 20 ? Long.MAX_VALUE : 1000L << (failures - 1));

      assertThat(delays.retry(failures).toMillis()).isBetween(most / 2, most);
    }
  }

  @Test
  void twoSourcesThatFailTogetherRetryAtDifferentTimes() {
    var another = new ReadDelays(FakeLoopContext.SETTINGS, new Random(2));

    assertThat(delays.retry(8)).isNotEqualTo(another.retry(8));
  }

  @Test
  void settingsWithoutPausesAreRefusedByName() {
    var second = Duration.ofSeconds(1);

    assertThatThrownBy(
            () -> new IngestSettings(Duration.ZERO, second, second, second, 1, null, null))
        .hasMessageContaining("kith.ingest.poll");
    assertThatThrownBy(
            () -> new IngestSettings(second, second, Duration.ofMillis(1), second, 1, null, null))
        .hasMessageContaining("kith.ingest.max-retry-delay");
    assertThatThrownBy(() -> new IngestSettings(second, second, second, second, 0, null, null))
        .hasMessageContaining("kith.ingest.max-transaction-records");
  }
}
