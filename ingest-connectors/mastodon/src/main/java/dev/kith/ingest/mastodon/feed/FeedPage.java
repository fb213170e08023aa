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

/** Collects the result of one read of a list: records to publish, and changes to the store. */
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

  /** An empty page of a list. */
  public FeedPage(ItemStore store, String feed) {
    this.store = store;
    this.feed = feed;
  }

  /** The name of the list. */
  String feed() {
    return feed;
  }

  /** Maps an item of the API to an activity; empty if it is none. */
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
              () -> ignored.merge("an item that is no activity", 1, Integer::sum));
    } catch (UnparsableException e) {
      setAside(item, feed + ": " + e.reason());
    }
  }

  /** Publishes an item unless this version of it, or a later one, was published. */
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

  /** Publishes an activity, unless another list has published it in this version. */
  public void publish(String key, MappedActivity mapped) {
    Activity activity = mapped.activity();
    Optional<KnownItem> known = store.find(key);
    boolean isOfAnotherList =
        known
            .filter(item -> !item.feed().equals(feed))
            .filter(item -> item.revision() >= activity.getRevision())
            .isPresent();
    if (isOfAnotherList || items.containsKey(key)) {
      return;
    }
    activities.add(activity);
    profiles.addAll(mapped.profiles());
    String first = known.map(KnownItem::feed).orElse(feed);
    items.put(key, KnownItem.of(activity, first).toString());
  }

  /** Publishes the deletion of the item with a key. */
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

  /** Sets the keys of the items that the list has now, newest first. */
  void compared(List<String> keys) {
    lists.put(feed, keys);
  }

  /** Whether there is nothing to publish. */
  public boolean isEmpty() {
    return activities.isEmpty() && profiles.isEmpty() && unreadable.isEmpty();
  }

  /** The activities to publish. */
  public List<Activity> activities() {
    return activities;
  }

  /** The profiles of the accounts that the activities name. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** The items that could not be read. */
  public List<UnreadableItem> unreadable() {
    return unreadable;
  }

  /** How many items were left out, by reason. */
  public Map<String, Integer> ignored() {
    return ignored;
  }

  /** The changes to the store once the page is committed. */
  public ItemStore.Facts facts() {
    return new ItemStore.Facts(items, removed, lists);
  }
}
