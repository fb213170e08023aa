package dev.kith.identity;

import dev.kith.flow.Store;
import dev.kith.flow.Versions;
import dev.kith.schemas.Person;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Gathers the accounts of a person, and publishes the person whenever they change. */
final class GatherProcessor implements Processor<String, PersonNews, String, Person> {
  private final Store<String, PersonState> persons;
  private ProcessorContext<String, Person> context;
  private Recent<PersonState> states;

  GatherProcessor(Store<String, PersonState> persons) {
    this.persons = persons;
  }

  @Override
  public void init(ProcessorContext<String, Person> started) {
    context = started;
    states = new Recent<>(persons.of(started));
  }

  @Override
  public void process(Record<String, PersonNews> news) {
    String person = news.key();
    var kept = states.get(person);
    var before = kept == null ? PersonState.fresh(Versions.epochNow(context)) : kept;
    var after = before.after(news.value());
    states.put(person, after);
    if (!before.isEmpty() || !after.isEmpty()) {
      context.forward(news.withValue(after.asPerson(person)));
    }
  }
}
