package dev.kith.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupSettingsTest {
  @Test
  void needNothing() {
    try (var context = context(Map.of())) {
      assertThat(context.getBean(SetupSettings.class))
          .isEqualTo(
              new SetupSettings(
                  2,
                  null,
                  Duration.ofDays(7),
                  1,
                  null,
                  Duration.ofMillis(200),
                  Duration.ofSeconds(60)));
    }
  }

  @Test
  void everyKeyIsRead() {
    try (var context =
        context(
            Map.of(
                "kith.setup.partitions", "12",
                "kith.setup.replication-factor", "3",
                "kith.setup.tombstone-retention", "1d",
                "kith.setup.shards", "4",
                "kith.setup.replicas", "2",
                "kith.setup.refresh-interval", "1s",
                "kith.setup.server-timeout", "5m"))) {
      assertThat(context.getBean(SetupSettings.class))
          .isEqualTo(
              new SetupSettings(
                  12,
                  (short) 3,
                  Duration.ofDays(1),
                  4,
                  2,
                  Duration.ofSeconds(1),
                  Duration.ofMinutes(5)));
    }
  }

  @ParameterizedTest
  @CsvSource({"partitions,0", "replication-factor,0", "shards,0", "replicas,-1"})
  void aWrongValueIsRefusedByName(String key, String value) {
    try (var context = context(Map.of("kith.setup." + key, value))) {
      assertThatThrownBy(() -> context.getBean(SetupSettings.class))
          .hasStackTraceContaining(key.replaceAll("-.*", ""));
    }
  }

  private static ApplicationContext context(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("kith.setup.enabled", "false");
    return ApplicationContext.run(all);
  }
}
