package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class IndexingSettingsTest {
  public static final IndexingSettings DEFAULTS =
      new IndexingSettings(
          2000,
          5_000_000,
          2,
          Duration.ofMillis(25),
          Duration.ofMillis(200),
          Duration.ofSeconds(15),
          Duration.ofHours(2),
          Duration.ofMinutes(10));

  @Test
  void needNothing() {
    try (var context = context(Map.of())) {
      assertThat(context.getBean(IndexingSettings.class)).isEqualTo(DEFAULTS);
    }
  }

  @Test
  void everyKeyIsRead() {
    try (var context =
        context(
            Map.of(
                "kith.indexing.bulk-documents", "10",
                "kith.indexing.bulk-bytes", "2000",
                "kith.indexing.in-flight", "4",
                "kith.indexing.linger", "1ms",
                "kith.indexing.min-backoff", "2ms",
                "kith.indexing.max-backoff", "3ms",
                "kith.indexing.purge-after", "3h",
                "kith.indexing.purge-every", "4m"))) {
      assertThat(context.getBean(IndexingSettings.class))
          .isEqualTo(
              new IndexingSettings(
                  10,
                  2000,
                  4,
                  Duration.ofMillis(1),
                  Duration.ofMillis(2),
                  Duration.ofMillis(3),
                  Duration.ofHours(3),
                  Duration.ofMinutes(4)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bulk-documents,0,bulkDocuments",
    "bulk-bytes,10,bulkBytes",
    "in-flight,0,inFlight",
    "purge-after,59m,purge-after"
  })
  void aWrongValueStopsTheStart(String key, String value, String name) {
    assertThatThrownBy(() -> context(Map.of("kith.indexing." + key, value)).close())
        .hasStackTraceContaining(name);
  }

  /** Without servers: whatever connects at start is kept out. */
  private static ApplicationContext context(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("kith.indexing.live", "false");
    all.put("kith.setup.enabled", "false");
    all.put("kith.kafka.bootstrap-servers", "127.0.0.1:1");
    all.put("kith.kafka.registry", "mock://settings");
    all.put("kith.elasticsearch.url", "http://127.0.0.1:1");
    all.put("micronaut.metrics.enabled", true);
    return ApplicationContext.run(all);
  }
}
