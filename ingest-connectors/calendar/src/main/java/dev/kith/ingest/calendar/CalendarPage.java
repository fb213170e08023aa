package dev.kith.ingest.calendar;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Collects what is read into a page. */
final class CalendarPage {
  private final int limit;
  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final Map<String, Integer> ignored = new TreeMap<>();

  CalendarPage(int limit) {
    this.limit = limit;
  }

  void add(Activity activity) {
    activities.add(activity);
  }

  void add(List<Profile> seen) {
    profiles.addAll(seen);
  }

  void add(UnreadableItem item) {
    unreadable.add(item);
  }

  void ignore(String reason, int count) {
    ignored.merge(reason, count, Integer::sum);
  }

  boolean isFull() {
    return activities.size() + unreadable.size() >= limit;
  }

  /** The page, oldest meetings first. */
  Page build(KnownProfiles known, Cursor next, OptionalLong remaining) {
    activities.sort(Comparator.comparing(Activity::getAt).thenComparing(Activity::getId));
    return new Page(
        activities, known.changed(profiles), unreadable, next, remaining, Map.copyOf(ignored));
  }
}
