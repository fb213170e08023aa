package dev.kith.flow;

import org.apache.kafka.common.serialization.Serde;

/**
 * An internal topic that brings records to the task that owns their key. The number of partitions
 * is stated, never inferred: records that meet in one step must be partitioned alike.
 *
 * @param name what travels on it, a noun
 * @param keySerde of its keys
 * @param valueSerde of its values
 * @param partitions how many; 1 for a single writer
 * @param <K> type of its keys
 * @param <V> type of its values
 */
public record RepartitionTopic<K, V>(
    String name, Serde<K> keySerde, Serde<V> valueSerde, int partitions) {}
