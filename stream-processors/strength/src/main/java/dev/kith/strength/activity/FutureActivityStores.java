package dev.kith.strength.activity;

import dev.kith.flow.StateLocation;
import dev.kith.flow.Store;
import dev.kith.flow.serde.RecordSerde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The stores of activities whose time has not come.
 *
 * @param activities by id
 * @param times by time and id
 */
public record FutureActivityStores(
    Store<String, FutureActivity> activities, Store<String, Boolean> times) {

  /** The stores at a location. */
  public static FutureActivityStores in(StateLocation location) {
    return new FutureActivityStores(
        location.store("future-activities", RecordSerde.of(FutureActivity.class)),
        Store.inMemory("future-times", Serdes.String(), Serdes.Boolean()));
  }
}
