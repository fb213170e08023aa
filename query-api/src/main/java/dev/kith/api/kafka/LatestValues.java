package dev.kith.api.kafka;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The latest value of each key of a small compacted topic, as of each call.
 *
 * @param <V> type of the values
 */
public final class LatestValues<V> implements AutoCloseable {
  private final Map<String, V> latest = new TreeMap<>();
  private final TopicFollower<V> follower;

  /** The latest values of a topic; reading starts with the first call. */
  public LatestValues(KafkaSettings settings, Topic<String, V> topic) {
    this.follower = new TopicFollower<>(settings, topic, this::keep, latest::clear);
  }

  /** All latest values, by key; see {@link TopicFollower#readToEnd}. */
  public synchronized Map<String, V> all() {
    follower.readToEnd();
    return Collections.unmodifiableMap(new TreeMap<>(latest));
  }

  private void keep(ConsumerRecord<String, V> read) {
    V value = read.value();
    if (value == null) {
      latest.remove(read.key());
    } else {
      latest.put(read.key(), value);
    }
  }

  @Override
  public synchronized void close() {
    follower.close();
  }
}
