package dev.kith.strength;

import dev.kith.flow.Store;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Where the step's stores are. */
enum Keep {
  ON_DISK {
    @Override
    <V> Store<String, V> store(String name, Serde<V> values) {
      return Store.onDisk(name, Serdes.String(), values);
    }
  },
  IN_MEMORY {
    @Override
    <V> Store<String, V> store(String name, Serde<V> values) {
      return Store.inMemory(name, Serdes.String(), values);
    }
  };

  abstract <V> Store<String, V> store(String name, Serde<V> values);
}
