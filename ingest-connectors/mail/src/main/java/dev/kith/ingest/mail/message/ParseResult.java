package dev.kith.ingest.mail.message;

import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/** What a mail was understood to be, or why it was not. */
public sealed interface ParseResult {
  /**
   * Parsed.
   *
   * @param dated whether its Date field could be used; else another moment stands in for it
   */
  record Parsed(Activity activity, List<Profile> profiles, boolean dated) implements ParseResult {
    /** The same as another revision. */
    public Parsed withRevision(long revision) {
      if (revision == activity.getRevision()) {
        return this;
      }
      var revised = Activity.newBuilder(activity).setRevision(revision).build();
      return new Parsed(revised, profiles, dated);
    }
  }

  /** Thrown away by its owner, or never sent. */
  record Excluded() implements ParseResult {}

  /** Set aside. */
  record Failed(UnreadableItem item) implements ParseResult {}
}
