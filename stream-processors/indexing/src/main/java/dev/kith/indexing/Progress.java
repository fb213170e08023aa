package dev.kith.indexing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How far indexing has come, for health and metrics. Safe for several threads. */
final class Progress {
  private final Map<String, Long> lags = new ConcurrentHashMap<>();
  private final Map<String, Instant> reached = new ConcurrentHashMap<>();
  private final Set<String> refilled = ConcurrentHashMap.newKeySet();
  private volatile Optional<String> trouble = Optional.empty();
  private volatile Optional<String> indices = Optional.empty();
  private volatile boolean starting;

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
    return indices
        .or(() -> trouble)
        .or(() -> starting ? Optional.of("starts: has no partitions yet") : Optional.empty())
        .or(() -> refilled.stream().sorted().findFirst().map(this::refilling));
  }

  private String refilling(String topic) {
    return "the index of %s was lost and is filled again from Kafka: %d records to go"
        .formatted(topic, lag(topic));
  }

  /** What is wrong with the indices or with Elasticsearch, whether or not there is work to do. */
  void indices(Optional<String> wrong) {
    indices = wrong;
  }

  /** Nothing is read yet, and whether the indices are still the same is not known. */
  void starts() {
    starting = true;
  }

  /** Where to read from is known. */
  void hasStarted() {
    starting = false;
  }

  /** The index of a topic is filled again from Kafka. */
  void refills(String topic) {
    refilled.add(topic);
  }

  /** The topics whose indices are being filled again. */
  Set<String> refilling() {
    return Set.copyOf(refilled);
  }

  /** The index of a topic has everything again. */
  void hasRefilled(String topic) {
    refilled.remove(topic);
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
