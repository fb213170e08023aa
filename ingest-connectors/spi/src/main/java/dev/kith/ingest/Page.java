package dev.kith.ingest;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The result of one read, and where the next begins. The runtime commits both in one transaction.
 *
 * @param activities oldest first
 * @param profiles of accounts met for the first time, or changed
 * @param unreadable items set aside
 * @param next where to go on
 * @param remaining how many items are known to follow, as far as can be told; 0 at the end
 * @param ignored why parts of items were left out that could be read without them, each with how
 *     often
 */
public record Page(
    List<Activity> activities,
    List<Profile> profiles,
    List<UnreadableItem> unreadable,
    Cursor next,
    OptionalLong remaining,
    Map<String, Integer> ignored) {

  /** A page of items of which nothing was left out. */
  public Page(
      List<Activity> activities,
      List<Profile> profiles,
      List<UnreadableItem> unreadable,
      Cursor next,
      OptionalLong remaining) {
    this(activities, profiles, unreadable, next, remaining, Map.of());
  }

  /** An empty page: the source is at rest at {@code cursor}. */
  public static Page empty(Cursor cursor) {
    return new Page(List.of(), List.of(), List.of(), cursor, OptionalLong.of(0));
  }

  /** The same page with other activities. */
  public Page with(List<Activity> others) {
    return new Page(others, profiles, unreadable, next, remaining, ignored);
  }

  /** Whether there is nothing to commit, not even a cursor beyond {@code cursor}. */
  public boolean isEmptyAfter(Cursor cursor) {
    return activities.isEmpty()
        && profiles.isEmpty()
        && unreadable.isEmpty()
        && next.equals(cursor);
  }
}
