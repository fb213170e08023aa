package dev.kith.strength;

import dev.kith.schemas.AccountPair;
import dev.kith.strength.Met.Half;
import dev.kith.strength.Noted.Change;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts what passes between two accounts, on the task of the smaller one. */
final class CountProcessor implements Processor<String, Change, String, Half> {
  private final SideStores stores;
  private final PaceSettings pace;
  private ProcessorContext<String, Half> context;
  private KeyValueStore<String, Packed> counted;
  private KeyValueStore<String, String> persons;
  private Due due;

  CountProcessor(SideStores stores, PaceSettings pace) {
    this.stores = stores;
    this.pace = pace;
  }

  @Override
  public void init(ProcessorContext<String, Half> context) {
    this.context = context;
    this.counted = stores.counts().of(context);
    this.persons = stores.members().of(context);
    this.due = new Due(stores.waiting().of(context), pace);
    context.schedule(pace.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<String, Change> record) {
    String pair = new AccountPair(record.key(), record.value().b()).key();
    Packed before = counted.get(pair);
    Counts sum = before == null ? Counts.NONE : before.counts();
    Counts after = sum.plus(record.value().counts()).checked();
    if (after.isEmpty()) {
      counted.delete(pair);
    } else {
      counted.put(pair, Packed.of(after));
    }
    if (due.now(pair, context.currentSystemTimeMs() - record.timestamp())) {
      pass(pair, record.timestamp());
    }
  }

  private void tick(long now) {
    due.tick(now).forEach(pair -> pass(pair, now));
  }

  private void pass(String key, long timestamp) {
    var pair = AccountPair.parse(key);
    Packed counts = counted.get(key);
    var half = new Half(pair.a(), persons.get(pair.a()), counts == null ? Packed.NONE : counts);
    context.forward(new Record<>(pair.b(), half, timestamp));
  }
}
