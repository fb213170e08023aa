package dev.kith.strength.activity;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import dev.kith.strength.count.InteractionCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores what each activity contributes to the counts. A reply is stored beside the activity that
 * it replies to, on the task that knows the author of that activity, so neither the order of
 * arrival nor an edit of either matters. An activity that has replies always has a state, if need
 * be one that stands for it; so most activities, which have no reply yet when they arrive, need no
 * search.
 */
final class ContributionStore {
  private final KeyValueStore<String, ActivityState> states;
  private final KeyValueStore<String, StoredReply> replies;

  ContributionStore(
      Store<String, ActivityState> states,
      Store<String, StoredReply> replies,
      ProcessorContext<?, ?> context) {
    this.states = states.of(context);
    this.replies = replies.of(context);
  }

  @Nullable ActivityState state(String id) {
    return states.get(id);
  }

  void put(String id, ActivityState state) {
    states.put(id, state);
  }

  /** Deletes an activity, but not the fact that it has replies. */
  void delete(String id) {
    if (repliesTo(id).isEmpty()) {
      states.delete(id);
    } else {
      states.put(id, ActivityState.unseen(id));
    }
  }

  /** Puts a reply beside its parent, or removes it from there; returns how the counts change. */
  Map<AccountPair, InteractionCounts> putReply(
      String parent, String id, @Nullable DirectedActivity reply) {
    String key = key(parent, id);
    StoredReply before = replies.get(key);
    ActivityState parentState = states.get(parent);
    var changes = count(key, before, reply, parentState == null ? null : parentState.actor());
    if (parentState == null && reply != null) {
      states.put(parent, ActivityState.unseen(parent));
    } else if (parentState != null && parentState.isUnseen() && reply == null) {
      delete(parent);
    }
    return changes;
  }

  /** Counts the replies to an activity again, whose author has become known or has changed. */
  List<Map<AccountPair, InteractionCounts>> recount(String parent, @Nullable String author) {
    return repliesTo(parent).entrySet().stream()
        .map(each -> count(each.getKey(), each.getValue(), each.getValue().activity(), author))
        .toList();
  }

  private Map<String, StoredReply> repliesTo(String parent) {
    Map<String, StoredReply> found = new LinkedHashMap<>();
    try (var scan = replies.prefixScan(key(parent, ""), new StringSerializer())) {
      scan.forEachRemaining(each -> found.put(each.key, each.value));
    }
    return found;
  }

  private Map<AccountPair, InteractionCounts> count(
      String key,
      @Nullable StoredReply before,
      @Nullable DirectedActivity reply,
      @Nullable String author) {
    Contribution now = reply == null ? Contribution.NONE : reply.contribution(author);
    if (reply == null) {
      replies.delete(key);
    } else {
      replies.put(key, new StoredReply(reply, now));
    }
    return (before == null ? Contribution.NONE : before.contribution()).changeTo(now);
  }

  private static String key(String parent, String id) {
    return parent + '\0' + id;
  }
}
