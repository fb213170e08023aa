package dev.kith.strength.activity;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.Activity;
import dev.kith.schemas.RevisionOrder;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an activity: its latest revision, and what has been counted for it.
 *
 * @param order of the revision
 * @param actor who did it; null if unknown
 * @param parent id of the activity it replies to, beside which it is counted; its own id if it is
 *     no reply
 * @param contribution what it added to the counts; nothing if it is counted beside another activity
 */
public record ActivityState(
    long order, @Nullable String actor, String parent, Contribution contribution) {
  /** The order before that of every real revision. */
  private static final long UNSEEN = -1;

  /** Reads an activity; refuses an id with the character that separates ids in keys. */
  static ActivityState of(String id, Activity activity, @Nullable DirectedActivity directed) {
    String actor = activity.getActor().isEmpty() ? null : activity.getActor();
    String parent = checked(directed == null ? id : activity.getInReplyTo().orElse(id));
    var contribution =
        directed == null || !parent.equals(id) ? Contribution.NONE : directed.contribution(null);
    return new ActivityState(RevisionOrder.order(activity), actor, parent, contribution);
  }

  /** Stands for an activity that has a reply and has not been read itself. */
  static ActivityState unseen(String id) {
    return new ActivityState(UNSEEN, null, id, Contribution.NONE);
  }

  boolean isUnseen() {
    return order == UNSEEN;
  }

  private static String checked(String id) {
    if (id.indexOf('\0') >= 0) {
      throw new BadRecordException("expected ids of activities without NUL, found one with it");
    }
    return id;
  }
}
