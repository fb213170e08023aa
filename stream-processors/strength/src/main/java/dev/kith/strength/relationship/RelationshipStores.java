package dev.kith.strength.relationship;

import dev.kith.flow.StateLocation;
import dev.kith.flow.Store;
import dev.kith.flow.serde.RecordSerde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The stores of the tasks of pairs of persons.
 *
 * @param contributions what the accounts of two persons contribute
 * @param epochs when the state was first filled
 */
public record RelationshipStores(
    Store<String, PairContributions> contributions, Store<String, Long> epochs) {

  /** The stores at a location. */
  public static RelationshipStores in(StateLocation location) {
    return new RelationshipStores(
        location.store("contributions", RecordSerde.of(PairContributions.class)),
        Store.inMemory("epochs", Serdes.String(), Serdes.Long()));
  }
}
