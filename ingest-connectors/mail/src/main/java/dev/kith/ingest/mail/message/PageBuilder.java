package dev.kith.ingest.mail.message;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects parsed mails into a page. */
public final class PageBuilder {
  /** How many profiles a connector remembers, so as not to publish them again. */
  public static final int MAX_KNOWN_PROFILES = 50_000;

  private static final Logger LOG = LoggerFactory.getLogger(PageBuilder.class);

  private final PageLimits size;
  private final Map<String, Activity> activities = new LinkedHashMap<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private long bytes;
  private int items;
  private int undated;
  private int excluded;

  public PageBuilder(PageLimits size) {
    this.size = size;
  }

  public boolean isFull() {
    return items >= size.items() || bytes >= size.bytes();
  }

  public boolean isEmpty() {
    return items == 0;
  }

  public int items() {
    return items;
  }

  /** Logs how many mails were changed or left out. */
  public void logAdjustments(String source) {
    if (undated > 0) {
      LOG.info(
          "{}: {} mails without a usable Date have the time of their Received field or envelope",
          source,
          undated);
    }
    if (excluded > 0) {
      LOG.info(
          "{}: {} mails that are marked as deleted, spam or drafts are left out (setting"
              + " discarded)",
          source,
          excluded);
    }
  }

  public void add(ParseResult reading) {
    switch (reading) {
      case ParseResult.Parsed mail -> {
        count(mail.activity().getOriginal().remaining() + mail.activity().getText().length());
        put(mail.activity());
        mail.meetings().forEach(this::put);
        profiles.addAll(mail.profiles());
        undated += mail.dated() ? 0 : 1;
      }
      case ParseResult.Excluded _ -> {
        count(0);
        excluded++;
      }
      case ParseResult.Failed aside -> add(aside.item());
    }
  }

  public void add(UnreadableItem item) {
    count(item.original().length);
    unreadable.add(item);
  }

  public void add(Activity deletion) {
    count(0);
    put(deletion);
  }

  /** Adds an activity once; other content with the same id is added beside it. */
  private void put(Activity activity) {
    String key = activity.getId() + ' ' + activity.getRevision();
    Activity before = activities.putIfAbsent(key, activity);
    if (before != null && !before.equals(activity)) {
      activities.put(key + ' ' + items, activity);
    }
  }

  private void count(int length) {
    items++;
    bytes += length;
  }

  public Page build(KnownProfiles known, Cursor next, OptionalLong remaining) {
    return new Page(
        List.copyOf(activities.values()),
        known.changed(profiles),
        List.copyOf(unreadable),
        next,
        remaining);
  }
}
