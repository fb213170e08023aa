package dev.kith.strength;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Revisions;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an activity: its latest revision, and what has been counted for it.
 *
 * @param order of the revision among all
 * @param actor who did it; null if nobody knows
 * @param home id of the activity beside which its deed is kept: the one it answers, or itself
 * @param contribution what it added to the counts; nothing if its deed is kept elsewhere
 */
record Revision(long order, @Nullable String actor, String home, Contribution contribution) {
  /** Before every real one. */
  private static final long NONE_YET = -1;

  /** Reads an activity; refuses ids that cannot be told apart when written beside each other. */
  static Revision of(String id, Activity activity, @Nullable Deed deed) {
    String actor = activity.getActor().isEmpty() ? null : activity.getActor();
    String home = checked(deed == null ? id : activity.getInReplyTo().orElse(id));
    var contribution =
        deed == null || !home.equals(id) ? Contribution.NONE : deed.contribution(null);
    return new Revision(Revisions.order(activity), actor, home, contribution);
  }

  /** Stands for an activity that is answered and that nobody has seen. */
  static Revision answeredOnly(String id) {
    return new Revision(NONE_YET, null, id, Contribution.NONE);
  }

  boolean isAnsweredOnly() {
    return order == NONE_YET;
  }

  private static String checked(String id) {
    if (id.indexOf('\0') >= 0) {
      throw new BadRecordException("expected ids of activities without NUL, found one with it");
    }
    return id;
  }
}
