package dev.kith.strength;

import dev.kith.flow.BadRecord;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Revisions;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision seen of an activity.
 *
 * @param order of it among all revisions
 * @param actor who did it; null if nobody knows
 * @param home id of the activity beside which its deed is kept: the one it answers, or itself
 */
record Revision(long order, @Nullable String actor, String home) {
  /** Reads an activity; refuses ids that cannot be told apart when written beside each other. */
  static Revision of(String id, Activity activity, @Nullable Deed deed) {
    String actor = activity.getActor().isEmpty() ? null : activity.getActor();
    String home = deed == null ? id : activity.getInReplyTo().orElse(id);
    return new Revision(Revisions.order(activity), actor, checked(home));
  }

  private static String checked(String id) {
    if (id.indexOf('\0') >= 0) {
      throw new BadRecord("expected ids of activities without NUL, found one with it");
    }
    return id;
  }
}
