package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.flow.serde.RecordSerde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the tasks of accounts remember.
 *
 * @param members whose each account is; none for nobody's
 * @param counts of pairs, on the task of the smaller account
 * @param waiting pairs whose counts have changed and are yet to be passed on
 * @param wholes pairs with both ends, on the task of the greater account
 */
record SideStores(
    Store<String, String> members,
    Store<String, Packed> counts,
    Store<String, Boolean> waiting,
    Store<String, Whole> wholes) {

  static SideStores in(Keep keep) {
    return new SideStores(
        keep.store("members", Serdes.String()),
        keep.store("counts", RecordSerde.of(Packed.class)),
        Store.inMemory("waiting", Serdes.String(), Serdes.Boolean()),
        keep.store("wholes", RecordSerde.of(Whole.class)));
  }
}
