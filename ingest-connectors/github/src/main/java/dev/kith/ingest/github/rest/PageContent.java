package dev.kith.ingest.github.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.github.mapping.Mapping;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Collects the content of one page. */
public final class PageContent {
  private final Map<String, Activity> activities = new LinkedHashMap<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final Map<String, Integer> ignored = new LinkedHashMap<>();

  void add(Mapping mapping) {
    for (Activity activity : mapping.activities()) {
      activities.put(activity.getId() + " " + activity.getRevision(), activity);
    }
    profiles.addAll(mapping.profiles());
    if (!mapping.reason().isEmpty()) {
      ignore(mapping.reason());
    }
  }

  /** Adds the content of an item whose parts could all be read. */
  void addAll(PageContent other) {
    activities.putAll(other.activities);
    profiles.addAll(other.profiles);
    other.ignored.forEach((reason, times) -> ignored.merge(reason, times, Integer::sum));
  }

  void add(Profile profile) {
    profiles.add(profile);
  }

  void ignore(String reason) {
    ignored.merge(reason, 1, Integer::sum);
  }

  void setAside(JsonNode item, String reason) {
    byte[] original = Original.truncate(item.toString().getBytes(UTF_8));
    unreadable.add(new UnreadableItem(original, "application/json", reason));
  }

  Page page(KnownProfiles known, Cursor next) {
    return new Page(
        List.copyOf(activities.values()),
        known.changed(profiles),
        unreadable,
        next,
        OptionalLong.empty(),
        ignored);
  }
}
