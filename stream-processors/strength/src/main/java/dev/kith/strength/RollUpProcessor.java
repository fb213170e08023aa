package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.flow.Versions;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.strength.Met.Component;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Rolls up what the accounts of two persons contribute into their relationship. */
final class RollUpProcessor implements Processor<String, Component, String, Relationship> {
  private static final String EPOCH = "epoch";
  private final Store<String, Rolled> rolled;
  private final Store<String, Long> epochs;
  private final Portrait portrait;
  private ProcessorContext<String, Relationship> context;
  private KeyValueStore<String, Rolled> known;
  private KeyValueStore<String, Long> epoch;

  RollUpProcessor(Store<String, Rolled> rolled, Store<String, Long> epochs, Portrait portrait) {
    this.rolled = rolled;
    this.epochs = epochs;
    this.portrait = portrait;
  }

  @Override
  public void init(ProcessorContext<String, Relationship> context) {
    this.context = context;
    this.known = rolled.of(context);
    this.epoch = epochs.of(context);
  }

  @Override
  public void process(Record<String, Component> record) {
    Rolled stored = known.get(record.key());
    Rolled before = stored == null ? Rolled.NOTHING : stored;
    if (before.has(record.value())) {
      return;
    }
    Rolled after = before.with(record.value());
    // Kept even when nothing is left, for its count: a version must never come twice.
    known.put(record.key(), after);
    long version = Versions.version(epoch(), after.published());
    var relationship = portrait.of(PersonPair.parse(record.key()), after.counts(), version);
    context.forward(record.withValue(relationship));
  }

  private long epoch() {
    Long began = epoch.get(EPOCH);
    if (began == null) {
      began = Versions.epochNow(context);
      epoch.put(EPOCH, began);
    }
    return began;
  }
}
