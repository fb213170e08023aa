package dev.kith.ingest.activitystreams.change;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.activitystreams.activity.ParseContext;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Collects the results of documents into a page. */
public final class DocumentPageBuilder {
  private final ChangeResolver changes;
  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final Map<String, Integer> ignored = new TreeMap<>();

  public DocumentPageBuilder(ChangeResolver changes) {
    this.changes = changes;
  }

  /**
   * Adds what became of one document.
   *
   * @param place where it was, put before the reason if it was not understood
   */
  public void add(ParseOutcome reading, String place) {
    switch (reading) {
      case ParseOutcome.Parsed understood -> {
        activities.addAll(
            changes.resolve(
                understood,
                (change, reason) -> setAside(bytes(change.getOriginal()), place + ": " + reason)));
        profiles.addAll(understood.profiles());
        understood.ignored().values().forEach(reason -> ignored.merge(reason, 1, Integer::sum));
      }
      case ParseOutcome.Unparsable not -> setAside(not.original(), place + ": " + not.reason());
    }
  }

  private static byte[] bytes(ByteBuffer original) {
    byte[] bytes = new byte[original.remaining()];
    original.duplicate().get(bytes);
    return bytes;
  }

  public void setAside(byte[] original, String reason) {
    unreadable.add(
        new UnreadableItem(Original.truncate(original), ParseContext.MEDIA_TYPE, reason));
  }

  /** The page, with the profiles that changed. */
  public Page page(KnownProfiles known, Cursor next, OptionalLong remaining) {
    changes.save();
    return new Page(activities, known.changed(profiles), unreadable, next, remaining, ignored);
  }
}
