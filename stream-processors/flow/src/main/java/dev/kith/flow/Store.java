package dev.kith.flow;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What a step remembers, by key. Every store is changelogged, so it survives the machine it is on.
 * The same {@code Store} given to two processors makes them share it.
 *
 * @param <K> type of its keys
 * @param <V> type of its values
 */
public final class Store<K, V> {
  private final String name;
  private final StoreBuilder<KeyValueStore<K, V>> builder;

  private Store(String name, StoreBuilder<KeyValueStore<K, V>> builder) {
    this.name = name;
    this.builder = builder.withLoggingEnabled(Map.of());
  }

  /** A store on disk (RocksDB), for what grows with the number of accounts. */
  public static <K, V> Store<K, V> onDisk(String name, Serde<K> keySerde, Serde<V> valueSerde) {
    var supplier = Stores.persistentKeyValueStore(name);
    return new Store<>(name, Stores.keyValueStoreBuilder(supplier, keySerde, valueSerde));
  }

  /** A store in memory, for what is small or must be fast; restored from its changelog. */
  public static <K, V> Store<K, V> inMemory(String name, Serde<K> keySerde, Serde<V> valueSerde) {
    var supplier = Stores.inMemoryKeyValueStore(name);
    return new Store<>(name, Stores.keyValueStoreBuilder(supplier, keySerde, valueSerde));
  }

  /** The part of the store that belongs to the task of {@code context}. */
  public KeyValueStore<K, V> of(ProcessorContext<?, ?> context) {
    return context.getStateStore(name);
  }

  /** Its name, a noun. */
  public String name() {
    return name;
  }

  /** The one builder of this store: Kafka tells a shared store by it. */
  StoreBuilder<KeyValueStore<K, V>> builder() {
    return builder;
  }
}
