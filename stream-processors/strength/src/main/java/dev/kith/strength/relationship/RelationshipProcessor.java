package dev.kith.strength.relationship;

import dev.kith.flow.RecordVersions;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.strength.count.InteractionCounts;
import dev.kith.strength.pair.PairEvent.Component;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Publishes the relationship of two persons from what their accounts contribute. */
public final class RelationshipProcessor
    implements Processor<String, Component, String, Relationship> {
  private static final String EPOCH = "epoch";

  private final RelationshipStores stores;
  private final RelationshipBuilder builder;
  private ProcessorContext<String, Relationship> context;
  private KeyValueStore<String, PairContributions> contributions;
  private KeyValueStore<String, Long> epoch;

  /** A processor over the stores of relationships. */
  public RelationshipProcessor(RelationshipStores stores, RelationshipBuilder builder) {
    this.stores = stores;
    this.builder = builder;
  }

  @Override
  public void init(ProcessorContext<String, Relationship> context) {
    this.context = context;
    this.contributions = stores.contributions().of(context);
    this.epoch = stores.epochs().of(context);
  }

  @Override
  public void process(Record<String, Component> record) {
    PairContributions stored = contributions.get(record.key());
    PairContributions before = stored == null ? PairContributions.NONE : stored;
    if (!before.contains(record.value())) {
      publish(record.key(), before.with(record.value()), record.timestamp());
    }
  }

  private void publish(String pair, PairContributions current, long timestamp) {
    // Stored even without interactions, for its count: a version must not be used twice.
    contributions.put(pair, current);
    InteractionCounts counts = builder.distinct(current.counts());
    long version = RecordVersions.version(epoch(), current.published());
    var relationship = builder.build(PersonPair.parse(pair), counts, version);
    context.forward(new Record<>(pair, relationship, timestamp));
  }

  private long epoch() {
    Long began = epoch.get(EPOCH);
    if (began == null) {
      began = RecordVersions.epochNow(context);
      epoch.put(EPOCH, began);
    }
    return began;
  }
}
