package dev.kith.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.feed.mapping.FeedActivity;
import dev.kith.ingest.feed.mapping.FeedItemMapper;
import dev.kith.ingest.feed.state.PublishedItem;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be published of a document: the difference from what was published. */
final class FeedChanges {
  private static final String UNREADABLE = "unreadable:";

  private final PublishedItems store;
  private final String source;
  private final String document;
  private final Instant changed;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, UnreadableItem> unreadable = new LinkedHashMap<>();

  /**
   * The changes of one document.
   *
   * @param changed when the document was changed: the revision of an edit that has no time
   */
  FeedChanges(PublishedItems store, String source, String document, Instant changed) {
    this.store = store;
    this.source = source;
    this.document = document;
    this.changed = changed;
  }

  /** A record to publish, and what is then known of its item. */
  record Change(Activity activity, List<Profile> profiles, PublishedItem published) {
    String id() {
      return activity.getId();
    }

    long at() {
      return activity.getAt().toEpochMilli();
    }
  }

  /**
   * The change of an item; empty if this version of it was published.
   *
   * @param page address under which it can be checked whether the item exists; empty if there is
   *     none
   */
  Optional<Change> of(FeedActivity mapped, String page) {
    Optional<PublishedItem> known = store.find(mapped.activity().getId());
    String content = FeedItemMapper.contentOf(mapped);
    if (known.filter(item -> !item.isDeleted() && item.content().equals(content)).isPresent()) {
      return Optional.empty();
    }
    Activity.Builder news = Activity.newBuilder(mapped.activity());
    known.ifPresent(item -> news.setRevision(revision(mapped.activity(), item)));
    known
        .filter(_ -> !mapped.isDated())
        .ifPresent(item -> news.setAt(Instant.ofEpochMilli(item.at())));
    Activity activity = news.build();
    var item =
        new PublishedItem(
            activity.getActor(),
            activity.getAt().toEpochMilli(),
            activity.getRevision(),
            false,
            content,
            document,
            page,
            changed.toEpochMilli());
    return Optional.of(new Change(activity, mapped.profiles(), item));
  }

  private long revision(Activity activity, PublishedItem known) {
    return activity.getRevision() > known.revision()
        ? activity.getRevision()
        : Math.max(known.revision() + 1, changed.toEpochMilli());
  }

  void add(Change change) {
    changes.add(change);
  }

  /** Publishes that an item was removed. */
  void remove(String id, PublishedItem known) {
    long revision = Math.max(known.revision() + 1, changed.toEpochMilli());
    Activity deletion =
        Activity.newBuilder()
            .setId(id)
            .setRevision(revision)
            .setDeleted(true)
            .setNetwork(FeedItemMapper.NETWORK)
            .setSource(source)
            .setKind(FeedItemMapper.KIND)
            .setAt(Instant.ofEpochMilli(known.at()))
            .setActor(known.actor())
            .setVisibility(Visibility.PRIVATE)
            .build();
    changes.add(new Change(deletion, List.of(), known.deletedAt(revision)));
  }

  /** Sets items aside that were not set aside before. */
  void setAside(List<UnreadableItem> items) {
    for (UnreadableItem item : items) {
      String id = UNREADABLE + FeedItemMapper.hash(new String(item.original(), ISO_8859_1));
      if (store.find(id).isEmpty()) {
        unreadable.put(id, item);
      }
    }
  }

  List<UnreadableItem> unreadable() {
    return List.copyOf(unreadable.values());
  }

  /** Oldest first. */
  List<Change> sorted() {
    return changes.stream()
        .sorted(Comparator.comparingLong(Change::at).thenComparing(Change::id))
        .toList();
  }

  /** What is known once these changes, and all that is set aside, are published. */
  Map<String, PublishedItem> published(List<Change> page) {
    Map<String, PublishedItem> items = new LinkedHashMap<>();
    unreadable.keySet().forEach(id -> items.put(id, PublishedItem.unreadable(document)));
    page.forEach(change -> items.put(change.id(), change.published()));
    return items;
  }
}
