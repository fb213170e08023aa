package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import dev.kith.strength.Met.Half;
import dev.kith.strength.Noted.Change;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts what passes between two accounts, on the task of the smaller one. */
final class CountProcessor implements Processor<String, Change, String, Half> {
  private final Store<String, Counts> counts;
  private final Store<String, String> members;
  private ProcessorContext<String, Half> context;
  private KeyValueStore<String, Counts> counted;
  private KeyValueStore<String, String> persons;

  CountProcessor(Store<String, Counts> counts, Store<String, String> members) {
    this.counts = counts;
    this.members = members;
  }

  @Override
  public void init(ProcessorContext<String, Half> context) {
    this.context = context;
    this.counted = counts.of(context);
    this.persons = members.of(context);
  }

  @Override
  public void process(Record<String, Change> record) {
    String a = record.key();
    String pair = new AccountPair(a, record.value().b()).key();
    Counts before = counted.get(pair);
    Counts after = (before == null ? Counts.NONE : before).plus(record.value().counts()).checked();
    if (after.isEmpty()) {
      counted.delete(pair);
    } else {
      counted.put(pair, after);
    }
    context.forward(
        record.withKey(record.value().b()).withValue(new Half(a, persons.get(a), after)));
  }
}
