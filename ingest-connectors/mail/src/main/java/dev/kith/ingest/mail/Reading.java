package dev.kith.ingest.mail;

import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/** What a mail was understood to be, or why it was not. */
sealed interface Reading {
  /**
   * Understood.
   *
   * @param dated whether its Date field could be used; else another moment stands in for it
   */
  record Understood(Activity activity, List<Profile> profiles, boolean dated) implements Reading {
    /** The same as another revision. */
    Understood revised(long revision) {
      if (revision == activity.getRevision()) {
        return this;
      }
      var revised = Activity.newBuilder(activity).setRevision(revision).build();
      return new Understood(revised, profiles, dated);
    }
  }

  /** Thrown away by its owner, or never sent. */
  record LeftOut() implements Reading {}

  /** Set aside. */
  record SetAside(UnreadableItem item) implements Reading {}
}
