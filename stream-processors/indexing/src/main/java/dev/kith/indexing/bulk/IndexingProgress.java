package dev.kith.indexing.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The progress of indexing, for health and metrics. Safe for several threads. */
public final class IndexingProgress {
  private final Map<String, Long> lags = new ConcurrentHashMap<>();
  private final Map<String, Instant> reached = new ConcurrentHashMap<>();
  private final Set<String> refilled = ConcurrentHashMap.newKeySet();
  private volatile Optional<String> trouble = Optional.empty();
  private volatile Optional<String> indices = Optional.empty();
  private volatile boolean starting;

  /** The lag of each topic in records. */
  public Map<String, Long> lags() {
    return Map.copyOf(lags);
  }

  /** Records of one topic that are not searchable yet. */
  public long lag(String topic) {
    return lags.getOrDefault(topic, 0L);
  }

  /** How old the last record is that was read, while there are more; else nothing. */
  public Duration age(String topic, Instant now) {
    Instant last = reached.get(topic);
    return last == null || lag(topic) == 0 ? Duration.ZERO : Duration.between(last, now);
  }

  /** What is in the way, if something is. */
  public Optional<String> trouble() {
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
  public void indices(Optional<String> wrong) {
    indices = wrong;
  }

  /** Nothing is read yet, and whether the indices are still the same is not known. */
  public void starts() {
    starting = true;
  }

  /** Where to read from is known. */
  public void hasStarted() {
    starting = false;
  }

  /** The index of a topic is filled again from Kafka. */
  public void refills(String topic) {
    refilled.add(topic);
  }

  /** The topics whose indices are being filled again. */
  public Set<String> refilling() {
    return Set.copyOf(refilled);
  }

  /** The index of a topic has everything again. */
  public void hasRefilled(String topic) {
    refilled.remove(topic);
  }

  void works() {
    trouble = Optional.empty();
  }

  public void waits(String reason) {
    trouble = Optional.of(reason);
  }

  public void reached(String topic, long timestamp) {
    reached.put(topic, Instant.ofEpochMilli(timestamp));
  }

  public void lags(Map<String, Long> now) {
    lags.keySet().retainAll(now.keySet());
    lags.putAll(now);
  }
}
