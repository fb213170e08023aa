package dev.kith.strength;

import dev.kith.flow.RecordVersions;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.strength.Met.Component;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Rolls up what the accounts of two persons contribute into their relationship. */
final class RollUpProcessor implements Processor<String, Component, String, Relationship> {
  private static final String EPOCH = "epoch";
  private static final long DAY_MILLIS = 86_400_000;

  /** How soon after midnight a day that was ahead is seen. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

  private final RollUpStores stores;
  private final Portrait portrait;
  private ProcessorContext<String, Relationship> context;
  private KeyValueStore<String, Rolled> known;
  private KeyValueStore<String, Long> epoch;
  private Ahead ahead;

  RollUpProcessor(RollUpStores stores, Portrait portrait) {
    this.stores = stores;
    this.portrait = portrait;
  }

  @Override
  public void init(ProcessorContext<String, Relationship> context) {
    this.context = context;
    this.known = stores.rolled().of(context);
    this.epoch = stores.epochs().of(context);
    this.ahead = new Ahead(stores.ahead().of(context));
    context.schedule(BETWEEN_LOOKS, PunctuationType.WALL_CLOCK_TIME, this::look);
  }

  @Override
  public void process(Record<String, Component> record) {
    Rolled stored = known.get(record.key());
    Rolled before = stored == null ? Rolled.NOTHING : stored;
    if (!before.has(record.value())) {
      publish(record.key(), before.with(record.value()), record.timestamp());
    }
  }

  private void look(long now) {
    for (String pair : ahead.come(tomorrow())) {
      Rolled rolled = known.get(pair);
      if (rolled != null) {
        publish(pair, rolled.again(), now);
      }
    }
  }

  private void publish(String pair, Rolled rolled, long timestamp) {
    // Kept even when nothing is left, for its count: a version must never come twice.
    known.put(pair, rolled);
    Counts all = rolled.counts();
    Counts come = all.until(tomorrow());
    if (come.size() < all.size()) {
      ahead.await(all.counts().get(come.size()).day(), pair);
    }
    long version = RecordVersions.version(epoch(), rolled.published());
    var relationship = portrait.of(PersonPair.parse(pair), come, version);
    context.forward(new Record<>(pair, relationship, timestamp));
  }

  /** In the far east it has begun when it is noon in Greenwich. */
  private int tomorrow() {
    return Math.toIntExact(context.currentSystemTimeMs() / DAY_MILLIS) + 1;
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
