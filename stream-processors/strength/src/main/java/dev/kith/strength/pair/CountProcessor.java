package dev.kith.strength.pair;

import dev.kith.schemas.AccountPair;
import dev.kith.strength.activity.ActivityEvent.Change;
import dev.kith.strength.count.InteractionCounts;
import dev.kith.strength.count.PackedCounts;
import dev.kith.strength.pair.PairEvent.HalfJoinedPair;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts the interactions of two accounts, on the task of the smaller one. */
public final class CountProcessor implements Processor<String, Change, String, HalfJoinedPair> {
  private final AccountPairStores stores;
  private final DebounceSettings settings;
  private ProcessorContext<String, HalfJoinedPair> context;
  private KeyValueStore<String, PackedCounts> counted;
  private KeyValueStore<String, String> persons;
  private Debouncer debouncer;

  /** A processor over the stores of account pairs. */
  public CountProcessor(AccountPairStores stores, DebounceSettings settings) {
    this.stores = stores;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, HalfJoinedPair> context) {
    this.context = context;
    this.counted = stores.counts().of(context);
    this.persons = stores.members().of(context);
    this.debouncer = new Debouncer(stores.waiting().of(context), settings);
    context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<String, Change> record) {
    String pair = new AccountPair(record.key(), record.value().b()).key();
    PackedCounts before = counted.get(pair);
    InteractionCounts sum = before == null ? InteractionCounts.NONE : before.counts();
    InteractionCounts after = sum.plus(record.value().counts()).checked();
    if (after.isEmpty()) {
      counted.delete(pair);
    } else {
      counted.put(pair, PackedCounts.of(after));
    }
    if (debouncer.isForwardedNow(pair, context.currentSystemTimeMs() - record.timestamp())) {
      forward(pair, record.timestamp());
    }
  }

  private void tick(long now) {
    debouncer.tick(now).forEach(pair -> forward(pair, now));
  }

  private void forward(String key, long timestamp) {
    var pair = AccountPair.parse(key);
    PackedCounts counts = counted.get(key);
    var half =
        new HalfJoinedPair(
            pair.a(), persons.get(pair.a()), counts == null ? PackedCounts.NONE : counts);
    context.forward(new Record<>(pair.b(), half, timestamp));
  }
}
