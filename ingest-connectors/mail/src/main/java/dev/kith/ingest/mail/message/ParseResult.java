package dev.kith.ingest.mail.message;

import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/** The result of parsing a mail. */
public sealed interface ParseResult {
  /**
   * Parsed.
   *
   * @param meetings that the mail invites to or calls off
   * @param dated whether its Date field could be used; else another time replaces it
   */
  record Parsed(Activity activity, List<Activity> meetings, List<Profile> profiles, boolean dated)
      implements ParseResult {
    /** The same mail with another revision. */
    public Parsed withRevision(long revision) {
      if (revision == activity.getRevision()) {
        return this;
      }
      var revised = Activity.newBuilder(activity).setRevision(revision).build();
      return new Parsed(revised, meetings, profiles, dated);
    }
  }

  /** The mail is discarded or was never sent. */
  record Excluded() implements ParseResult {}

  /** The mail could not be parsed. */
  record Failed(UnreadableItem item) implements ParseResult {}
}
