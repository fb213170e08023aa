package dev.kith.schemas;

import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A topic and the types of what is in it: the only way to name a topic.
 *
 * @param name full name, workspace prefix included
 * @param keySerde of its keys
 * @param valueSerde of its values
 * @param valueSchema of its values, as the registry has it under its full name
 * @param retention how long and how much of it is kept
 * @param <K> type of its keys
 * @param <V> type of its values
 */
public record Topic<K, V>(
    String name, Serde<K> keySerde, Serde<V> valueSerde, Schema valueSchema, Retention retention) {

  /** What the broker keeps of a topic. */
  public enum Retention {
    /** The last value of each key. */
    COMPACTED("compact", null),
    /** Everything, for thirty days. */
    THIRTY_DAYS("delete", 30L * 24 * 60 * 60 * 1000);

    private final String cleanupPolicy;
    private final @Nullable Long millis;

    Retention(String cleanupPolicy, @Nullable Long millis) {
      this.cleanupPolicy = cleanupPolicy;
      this.millis = millis;
    }

    /** The broker's {@code cleanup.policy}. */
    public String cleanupPolicy() {
      return cleanupPolicy;
    }

    /** The broker's {@code retention.ms}, or null if it does not apply. */
    public @Nullable Long millis() {
      return millis;
    }
  }
}
