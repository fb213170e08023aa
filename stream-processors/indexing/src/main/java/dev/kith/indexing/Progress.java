package dev.kith.indexing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far indexing has come, for health and metrics. Safe for several threads. */
final class Progress {
  private final Map<String, Long> lags = new ConcurrentHashMap<>();
  private final Map<String, Instant> reached = new ConcurrentHashMap<>();
  private volatile Optional<String> trouble = Optional.empty();

  /** How many records each topic still has for us. */
  Map<String, Long> lags() {
    return Map.copyOf(lags);
  }

  /** Records of one topic that are not searchable yet. */
  long lag(String topic) {
    return lags.getOrDefault(topic, 0L);
  }

  /** How old the last record is that was read, while there are more; else nothing. */
  Duration age(String topic, Instant now) {
    Instant last = reached.get(topic);
    return last == null || lag(topic) == 0 ? Duration.ZERO : Duration.between(last, now);
  }

  /** What is in the way, if something is. */
  Optional<String> trouble() {
    return trouble;
  }

  void works() {
    trouble = Optional.empty();
  }

  void waits(String reason) {
    trouble = Optional.of(reason);
  }

  void reached(String topic, long timestamp) {
    reached.put(topic, Instant.ofEpochMilli(timestamp));
  }

  void lags(Map<String, Long> now) {
    lags.keySet().retainAll(now.keySet());
    lags.putAll(now);
  }
}
