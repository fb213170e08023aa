package dev.kith.setup;

import dev.kith.schemas.TopicDefinition.Retention;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The broker's settings of a topic.
 *
 * @param settings how long what was removed may still be found
 */
record TopicConfigs(SetupSettings settings) {

  /** Those of a topic that is kept so. */
  Map<String, String> of(Retention retention) {
    Long millis = retention.millis();
    return millis == null ? compacted(retention) : limited(retention, millis);
  }

  /** A tombstone must be seen by a reader that was away, and must take effect in bounded time. */
  private Map<String, String> compacted(Retention retention) {
    String forget = Long.toString(settings.tombstoneRetention().toMillis());
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, retention.cleanupPolicy(),
        TopicConfig.DELETE_RETENTION_MS_CONFIG, forget,
        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, forget);
  }

  private static Map<String, String> limited(Retention retention, long millis) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, retention.cleanupPolicy(),
        TopicConfig.RETENTION_MS_CONFIG, Long.toString(millis));
  }
}
