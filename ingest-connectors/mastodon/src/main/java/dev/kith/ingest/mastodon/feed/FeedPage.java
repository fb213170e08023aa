package dev.kith.ingest.mastodon.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Original;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.ingest.mastodon.mapping.MappedActivity;
import dev.kith.ingest.mastodon.mapping.MappingContext;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what one read of a list found: what to publish, and what is known once it is. */
public final class FeedPage {
  private final ItemStore store;
  private final String feed;
  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final Map<String, Integer> ignored = new TreeMap<>();
  private final Map<String, String> items = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final Map<String, List<String>> lists = new HashMap<>();

  /** A page of a list that has nothing in it yet. */
  public FeedPage(ItemStore store, String feed) {
    this.store = store;
    this.feed = feed;
  }

  /** The name of the list. */
  String feed() {
    return feed;
  }

  /** Maps an item of the API; what it says, or nothing if it tells of no activity. */
  public interface ItemMapper {
    /** Throws {@link UnparsableException} with the reason if the item cannot be read. */
    Optional<MappedActivity> map(JsonNode item);
  }

  /**
   * Publishes an item, unless another list has done so already.
   *
   * @param key id on the server
   */
  void add(String key, JsonNode item, ItemMapper mapper) {
    try {
      mapper
          .map(item)
          .ifPresentOrElse(
              mapped -> publish(key, mapped),
              () -> ignored.merge("an item that tells of no activity", 1, Integer::sum));
    } catch (UnparsableException e) {
      setAside(item, feed + ": " + e.reason());
    }
  }

  /** Publishes an item only if it was never published, or an earlier version of it was. */
  void addIfNews(String key, JsonNode item, ItemMapper mapper) {
    try {
      Optional<MappedActivity> mapped = mapper.map(item);
      if (mapped.isPresent() && isNews(key, mapped.get().activity())) {
        publish(key, mapped.get());
      }
    } catch (UnparsableException e) {
      if (!store.list(feed).contains(key)) {
        setAside(item, feed + ": " + e.reason());
      }
    }
  }

  private boolean isNews(String key, Activity activity) {
    return store
        .find(key)
        .filter(known -> known.revision() >= activity.getRevision())
        .filter(known -> known.activity().equals(activity.getId()))
        .isEmpty();
  }

  /** Publishes what an item says. */
  public void publish(String key, MappedActivity mapped) {
    Activity activity = mapped.activity();
    Optional<KnownItem> known = store.find(key);
    boolean isOfAnother =
        known
            .filter(item -> !item.feed().equals(feed))
            .filter(item -> item.revision() >= activity.getRevision())
            .isPresent();
    if (isOfAnother || items.containsKey(key)) {
      return;
    }
    activities.add(activity);
    profiles.addAll(mapped.profiles());
    String first = known.map(KnownItem::feed).orElse(feed);
    items.put(key, KnownItem.of(activity, first).toString());
  }

  /** Publishes the deletion of what was published under a key. */
  public void delete(String key, MappedActivity deletion) {
    activities.add(deletion.activity());
    profiles.addAll(deletion.profiles());
    removed.add(key);
  }

  /** Sets an item aside. */
  public void setAside(JsonNode item, String reason) {
    byte[] original = Original.truncate(item.toString().getBytes(UTF_8));
    unreadable.add(new UnreadableItem(original, MappingContext.MEDIA_TYPE, reason));
  }

  /** Says which items the list has now, newest first. */
  void compared(List<String> keys) {
    lists.put(feed, keys);
  }

  /** Whether there is nothing to publish. */
  public boolean isEmpty() {
    return activities.isEmpty() && profiles.isEmpty() && unreadable.isEmpty();
  }

  /** What is published. */
  public List<Activity> activities() {
    return activities;
  }

  /** Profiles of the accounts that are named. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** What was set aside. */
  public List<UnreadableItem> unreadable() {
    return unreadable;
  }

  /** What was left out. */
  public Map<String, Integer> ignored() {
    return ignored;
  }

  /** What is known once the page is committed. */
  public ItemStore.Facts facts() {
    return new ItemStore.Facts(items, removed, lists);
  }
}
