package dev.kith.strength.activity;

import dev.kith.flow.Store;
import dev.kith.strength.activity.ActivityEvent.Change;
import dev.kith.strength.activity.ActivityEvent.Reply;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts replies, on the task that knows the author of the activity they reply to. */
public final class ReplyProcessor implements Processor<String, Reply, String, Change> {
  private final Store<String, ActivityState> states;
  private final Store<String, StoredReply> replies;
  private ProcessorContext<String, Change> context;
  private ContributionStore store;

  /** A processor over the stores of activities and of replies. */
  public ReplyProcessor(Store<String, ActivityState> states, Store<String, StoredReply> replies) {
    this.states = states;
    this.replies = replies;
  }

  @Override
  public void init(ProcessorContext<String, Change> context) {
    this.context = context;
    this.store = new ContributionStore(states, replies, context);
  }

  @Override
  public void process(Record<String, Reply> record) {
    store
        .putReply(record.key(), record.value().id(), record.value().activity())
        .forEach(
            (pair, counts) ->
                context.forward(record.withKey(pair.a()).withValue(new Change(pair.b(), counts))));
  }
}
