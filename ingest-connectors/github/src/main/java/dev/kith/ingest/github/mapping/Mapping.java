package dev.kith.ingest.github.mapping;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * The activities and profiles of a payload.
 *
 * @param activities activities in the payload
 * @param profiles profiles of the accounts that it names
 * @param reason why the payload has no activity; empty if it has one
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
