package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.strength.Met.Component;
import dev.kith.strength.Met.Half;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Brings the two ends of a pair together, on the task of the greater account. */
final class PairProcessor implements Processor<String, Half, String, Component> {
  private final Store<String, Whole> wholes;
  private final Store<String, String> members;
  private ProcessorContext<String, Component> context;
  private Pairing pairing;
  private KeyValueStore<String, String> persons;

  PairProcessor(Store<String, Whole> wholes, Store<String, String> members) {
    this.wholes = wholes;
    this.members = members;
  }

  @Override
  public void init(ProcessorContext<String, Component> context) {
    this.context = context;
    this.pairing = new Pairing(wholes.of(context));
    this.persons = members.of(context);
  }

  @Override
  public void process(Record<String, Half> record) {
    String b = record.key();
    pairing
        .put(b, new Whole(record.value(), persons.get(b)))
        .forEach(
            (pair, component) -> context.forward(record.withKey(pair.key()).withValue(component)));
  }
}
