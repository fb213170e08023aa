package dev.kith.strength.activity;

import dev.kith.strength.count.InteractionCounts;
import org.jspecify.annotations.Nullable;

/** What an activity causes, for the tasks that own what it concerns. */
public sealed interface ActivityEvent {
  /**
   * A reply, for the task of the activity that it replies to.
   *
   * @param id of the reply
   * @param activity the reply; null if it is no longer a reply to that activity
   */
  record Reply(String id, @Nullable DirectedActivity activity) implements ActivityEvent {}

  /**
   * A change of counts, for the task of the smaller account of a pair.
   *
   * @param b the greater account
   * @param counts what to add
   */
  record Change(String b, InteractionCounts counts) implements ActivityEvent {}
}
