package dev.kith.strength.pair;

import dev.kith.flow.StateLocation;
import dev.kith.flow.Store;
import dev.kith.flow.serde.RecordSerde;
import dev.kith.strength.count.PackedCounts;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The stores of the tasks of accounts.
 *
 * @param members person of each account
 * @param counts of pairs, on the task of the smaller account
 * @param waiting pairs whose counts have changed and have not been forwarded yet
 * @param joinedPairs pairs with both persons, on the task of the greater account
 */
public record AccountPairStores(
    Store<String, String> members,
    Store<String, PackedCounts> counts,
    Store<String, Boolean> waiting,
    Store<String, JoinedPair> joinedPairs) {

  /** The stores at a location. */
  public static AccountPairStores in(StateLocation location) {
    return new AccountPairStores(
        location.store("members", Serdes.String()),
        location.store("counts", RecordSerde.of(PackedCounts.class)),
        Store.inMemory("waiting", Serdes.String(), Serdes.Boolean()),
        location.store("joined-pairs", RecordSerde.of(JoinedPair.class)));
  }
}
