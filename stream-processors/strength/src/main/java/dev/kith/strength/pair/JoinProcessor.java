package dev.kith.strength.pair;

import dev.kith.strength.pair.PairEvent.Component;
import dev.kith.strength.pair.PairEvent.HalfJoinedPair;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Joins the persons of both accounts of a pair, on the task of the greater account. */
public final class JoinProcessor implements Processor<String, HalfJoinedPair, String, Component> {
  private final AccountPairStores stores;
  private ProcessorContext<String, Component> context;
  private JoinedPairs joinedPairs;
  private KeyValueStore<String, String> persons;

  /** A processor over the stores of account pairs. */
  public JoinProcessor(AccountPairStores stores) {
    this.stores = stores;
  }

  @Override
  public void init(ProcessorContext<String, Component> context) {
    this.context = context;
    this.joinedPairs = new JoinedPairs(stores.joinedPairs().of(context));
    this.persons = stores.members().of(context);
  }

  @Override
  public void process(Record<String, HalfJoinedPair> record) {
    String b = record.key();
    joinedPairs
        .put(b, new JoinedPair(record.value(), persons.get(b)))
        .forEach(
            (pair, component) -> context.forward(record.withKey(pair.key()).withValue(component)));
  }
}
