package dev.kith.strength.activity;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Activity;
import dev.kith.strength.activity.ActivityEvent.Change;
import dev.kith.strength.activity.ActivityEvent.Reply;
import dev.kith.strength.count.InteractionCounts;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Stores the latest revision of each activity and forwards how the counts change by it. An activity
 * that is dated in the future, such as a meeting, counts nothing before its time has come; if it is
 * moved or deleted before, nothing remains of it.
 */
public final class ActivityProcessor implements Processor<String, Activity, String, ActivityEvent> {
  /** How soon an activity counts when its time has come. */
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private final Store<String, ActivityState> states;
  private final Store<String, StoredReply> replies;
  private final FutureActivityStores future;
  private ProcessorContext<String, ActivityEvent> context;
  private ContributionStore store;
  private FutureActivities futureActivities;

  /** A processor over the stores of activities, of replies and of what is still to come. */
  public ActivityProcessor(
      Store<String, ActivityState> states,
      Store<String, StoredReply> replies,
      FutureActivityStores future) {
    this.states = states;
    this.replies = replies;
    this.future = future;
  }

  @Override
  public void init(ProcessorContext<String, ActivityEvent> context) {
    this.context = context;
    this.store = new ContributionStore(states, replies, context);
    this.futureActivities = FutureActivities.of(future, context);
    context.schedule(CHECK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::countPast);
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
    // What has no state is not waiting for its time either.
    if (before != null) {
      futureActivities.remove(id);
    }
    if (activity != null && after != null && directed != null && isFuture(activity)) {
      long at = activity.getAt().toEpochMilli();
      futureActivities.put(id, new FutureActivity(at, after, directed));
      directed = null;
      after = ActivityState.of(id, activity, null);
    }
    replace(record, before, after, directed);
  }

  private boolean isFuture(Activity activity) {
    return activity.getAt().toEpochMilli() > context.currentSystemTimeMs();
  }

  private void countPast(long now) {
    futureActivities
        .removeUntil(now)
        .forEach(
            (id, each) ->
                replace(
                    new Record<>(id, null, now), store.state(id), each.state(), each.activity()));
  }

  private void replace(
      Record<String, ?> record,
      @Nullable ActivityState before,
      @Nullable ActivityState after,
      @Nullable DirectedActivity directed) {
    String id = record.key();
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
      Record<String, ?> record,
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

  private void forward(Record<String, ?> record, Map<AccountPair, InteractionCounts> changes) {
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
