package dev.kith.ingest.github.mapping;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a payload.
 *
 * @param activities in it
 * @param profiles of the accounts it names
 * @param reason why there is no activity; empty if there is one
 */
public record Mapping(List<Activity> activities, List<Profile> profiles, String reason) {

  static Mapping none(String reason) {
    return new Mapping(List.of(), List.of(), reason);
  }

  static Mapping of(MappedItem... items) {
    return of(List.of(items));
  }

  static Mapping of(List<MappedItem> items) {
    List<Activity> activities = new ArrayList<>();
    List<Profile> profiles = new ArrayList<>();
    for (MappedItem item : items) {
      activities.add(item.activity());
      profiles.addAll(item.profiles());
    }
    return new Mapping(activities, profiles, "");
  }
}
