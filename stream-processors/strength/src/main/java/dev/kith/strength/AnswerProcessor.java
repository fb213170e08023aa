package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.strength.Noted.Change;
import dev.kith.strength.Noted.Reply;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts answers, on the task that knows whom they answer. */
final class AnswerProcessor implements Processor<String, Reply, String, Change> {
  private final Store<String, Revision> revisions;
  private final Store<String, Answer> answers;
  private ProcessorContext<String, Change> context;
  private Ledger ledger;

  AnswerProcessor(Store<String, Revision> revisions, Store<String, Answer> answers) {
    this.revisions = revisions;
    this.answers = answers;
  }

  @Override
  public void init(ProcessorContext<String, Change> context) {
    this.context = context;
    this.ledger = new Ledger(revisions, answers, context);
  }

  @Override
  public void process(Record<String, Reply> record) {
    ledger
        .write(record.key(), record.value().id(), record.value().deed())
        .forEach(
            (pair, counts) ->
                context.forward(record.withKey(pair.a()).withValue(new Change(pair.b(), counts))));
  }
}
