package dev.kith.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.TopicDefinition.Retention;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicConfigsTest {
  private static final TopicConfigs CONFIGS =
      new TopicConfigs(
          new SetupSettings(
              2, null, Duration.ofDays(2), 1, null, Duration.ofSeconds(1), Duration.ofSeconds(1)));

  @Test
  void aCompactedTopicForgetsWhatWasRemovedWithinTheTimeSet() {
    assertThat(CONFIGS.of(Retention.COMPACTED))
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("delete.retention.ms", "172800000")
        .containsEntry("max.compaction.lag.ms", "172800000");
  }

  @Test
  void whatCouldNotBeReadIsKeptForThirtyDays() {
    assertThat(CONFIGS.of(Retention.THIRTY_DAYS))
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "2592000000");
  }
}
