package dev.kith.flow;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Where the stores of a step keep their records. */
public enum StateLocation {
  ON_DISK {
    @Override
    public <V> Store<String, V> store(String name, Serde<V> values) {
      return Store.onDisk(name, Serdes.String(), values);
    }
  },
  IN_MEMORY {
    @Override
    public <V> Store<String, V> store(String name, Serde<V> values) {
      return Store.inMemory(name, Serdes.String(), values);
    }
  };

  /** A store of this kind. */
  public abstract <V> Store<String, V> store(String name, Serde<V> values);
}
