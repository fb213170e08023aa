package dev.kith.strength.activity;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Activity;
import dev.kith.strength.activity.ActivityEvent.Change;
import dev.kith.strength.activity.ActivityEvent.Reply;
import dev.kith.strength.count.InteractionCounts;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Stores the latest revision of each activity and forwards how the counts change by it. */
public final class ActivityProcessor implements Processor<String, Activity, String, ActivityEvent> {
  private final Store<String, ActivityState> states;
  private final Store<String, StoredReply> replies;
  private ProcessorContext<String, ActivityEvent> context;
  private ContributionStore store;

  /** A processor over the stores of activities and of replies. */
  public ActivityProcessor(
      Store<String, ActivityState> states, Store<String, StoredReply> replies) {
    this.states = states;
    this.replies = replies;
  }

  @Override
  public void init(ProcessorContext<String, ActivityEvent> context) {
    this.context = context;
    this.store = new ContributionStore(states, replies, context);
  }

  @Override
  public void process(Record<String, Activity> record) {
    String id = record.key();
    @Nullable Activity activity = record.value();
    ActivityState before = store.state(id);
    DirectedActivity directed = activity == null ? null : DirectedActivity.of(activity);
    ActivityState after = activity == null ? null : ActivityState.of(id, activity, directed);
    if (after != null && before != null && after.order() <= before.order()) {
      return;
    }
    if (after == null) {
      store.delete(id);
    } else {
      store.put(id, after);
    }
    forward(record, contribution(before).changeTo(contribution(after)));
    reply(record, before, after, directed);
    // What has no state has no replies either.
    if (before != null && !Objects.equals(before.actor(), actor(after))) {
      store.recount(id, actor(after)).forEach(changes -> forward(record, changes));
    }
  }

  /** Forwards to the task of the parent, and to that of the former parent if it has changed. */
  private void reply(
      Record<String, Activity> record,
      @Nullable ActivityState before,
      @Nullable ActivityState after,
      @Nullable DirectedActivity directed) {
    String id = record.key();
    String parent = after == null ? id : after.parent();
    if (before != null && !before.parent().equals(id) && !before.parent().equals(parent)) {
      context.forward(record.withKey(before.parent()).withValue(new Reply(id, null)));
    }
    if (!parent.equals(id)) {
      context.forward(record.withKey(parent).withValue(new Reply(id, directed)));
    }
  }

  private void forward(
      Record<String, Activity> record, Map<AccountPair, InteractionCounts> changes) {
    changes.forEach(
        (pair, counts) ->
            context.forward(record.withKey(pair.a()).withValue(new Change(pair.b(), counts))));
  }

  private static Contribution contribution(@Nullable ActivityState state) {
    return state == null ? Contribution.NONE : state.contribution();
  }

  private static @Nullable String actor(@Nullable ActivityState state) {
    return state == null ? null : state.actor();
  }
}
