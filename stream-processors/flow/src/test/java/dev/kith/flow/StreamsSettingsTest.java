package dev.kith.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.clients.KafkaSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.DependencyInjectionException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
  @Test
  void nothingNeedsToBeSet() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(StreamsSettings.class))
          .isEqualTo(
              new StreamsSettings(
                  Path.of("state"),
                  1,
                  Duration.ofMillis(100),
                  8,
                  Duration.ofSeconds(30),
                  Map.of()));
    }
  }

  @Test
  void aWrongValueStopsTheStart() {
    assertThatThrownBy(
            () -> {
              try (var context = ApplicationContext.run(Map.of("kith.streams.threads", 0))) {
                context.getBean(StreamsSettings.class);
              }
            })
        .isInstanceOf(DependencyInjectionException.class)
        .hasMessageContaining("threads");
  }

  @Test
  void everyStepRunsExactlyOnceUnderAnIdOfItsOwn() {
    var kafka = new KafkaSettings("none:0", "mock://settings", "town.", Map.of("a.b", "c"));
    var settings =
        new StreamsSettings(
            Path.of("there"),
            2,
            Duration.ofMillis(50),
            1,
            Duration.ZERO,
            Map.of("max.task.idle.ms", "7"));

    var config =
        new StreamsConfig(
            new StreamsConfiguration("identity", kafka, settings).properties(() -> {}));

    assertThat(config.getString("application.id")).isEqualTo("town.identity");
    assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
    assertThat(config.originals()).containsEntry(AdaptiveCommit.INTERVAL, 50L);
    assertThat(config.getLong("commit.interval.ms")).isEqualTo(500);
    assertThat(config.getInt("num.stream.threads")).isEqualTo(2);
    assertThat(config.getLong("max.task.idle.ms")).isEqualTo(7);
    assertThat(config.getBoolean("ensure.explicit.internal.resource.naming")).isTrue();
  }
}
