package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.flow.serde.RecordSerde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the tasks of pairs of persons remember.
 *
 * @param rolled what the accounts of two persons contribute
 * @param epochs when the state began
 * @param ahead who has days that have not come yet
 */
record RollUpStores(
    Store<String, Rolled> rolled, Store<String, Long> epochs, Store<String, Boolean> ahead) {

  static RollUpStores in(Keep keep) {
    return new RollUpStores(
        keep.store("rolled", RecordSerde.of(Rolled.class)),
        Store.inMemory("epochs", Serdes.String(), Serdes.Long()),
        Store.inMemory("ahead", Serdes.String(), Serdes.Boolean()));
  }
}
