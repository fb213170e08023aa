package dev.kith.clients;

import dev.kith.schemas.TopicDefinition.Retention;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic of one workspace, with the serdes of what is in it: the only way to name a topic.
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
    String name, Serde<K> keySerde, Serde<V> valueSerde, Schema valueSchema, Retention retention) {}
